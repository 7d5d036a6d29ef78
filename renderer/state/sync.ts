import type { Patch } from '../../preload/contract/patch.ts'
import type { RowPage } from '../../preload/contract/rows.ts'
import { usualBoard, usualReading } from '../../preload/contract/settings.ts'
import { call } from './client.ts'
import { GatheredRows } from './gather-rows.ts'
import { dropUndone, say, sayTrouble } from './messages.ts'
import { keepPlaces } from './places.ts'
import { noRows, type Rows, useStore, withChanges } from './store.ts'

/** Patches that came while the rows were still being read: they are newer than any page, so they are applied last. */
let early: Patch[] | null = null
/** Which reading is under way: one that another case overtakes ends by itself. */
let reading = 0

/** Reads the open case: the article to show first, so that one can begin to read, and then every row. */
export async function readCase(): Promise<void> {
  const mine = ++reading
  early = []
  const [info, settings, greeting] = await Promise.all([
    call('case.info'),
    call('settings.read'),
    call('case.greeting'),
  ])
  if (mine !== reading) return
  keepPlaces(settings?.places ?? {})
  // Steps of another case have numbers of their own.
  dropUndone(null)
  useStore.setState({
    info: info ?? null,
    isRead: false,
    rows: noRows,
    theme: settings?.theme ?? 'system',
    reading: settings?.reading ?? usualReading,
    ...(settings?.board ?? usualBoard),
    selected: null,
    passage: null,
    open: null,
    search: '',
    passageQuery: '',
    shownOnly: null,
    articleId: null,
    content: null,
  })
  for (const text of greeting?.notices ?? []) say({ kind: 'done', text })
  if (greeting?.trouble) sayTrouble(greeting.trouble)
  if (greeting?.articleId) await showFirst(greeting.articleId, mine)
  const read = await readRows(mine)
  if (!read) return
  let rows = read
  for (const patch of early ?? []) rows = withChanges(rows, patch.changes)
  early = null
  useStore.setState({ rows, isRead: true })
}

/** Shows an article with its marks before the rest of the case is here. */
async function showFirst(articleId: string, mine: number): Promise<void> {
  const [content, found] = await Promise.all([
    call('article.read', { articleId }),
    call('article.rows', { articleId }),
  ])
  if (!content || !found || mine !== reading) return
  useStore.setState({ rows: new GatheredRows().add(found, noRows).rows(), articleId, content })
}

/** All rows, page by page; null where reading was given up. */
async function readRows(mine: number): Promise<Rows | null> {
  const gathered = new GatheredRows()
  let after: RowPage['next'] = null
  do {
    const page: RowPage | undefined = await call('case.rows', { after })
    if (!page || mine !== reading) return null
    gathered.add(page.rows, useStore.getState().rows)
    after = page.next
  } while (after)
  return gathered.rows()
}

function apply(patch: Patch): void {
  early?.push(patch)
  const { rows, articleId, selected } = useStore.getState()
  const next = withChanges(rows, patch.changes)
  const gone =
    (selected?.kind === 'annotation' && !next.annotation.has(selected.id)) ||
    (selected?.kind === 'entity' && !next.entity.has(selected.id)) ||
    (selected?.kind === 'relation' && !next.relation.has(selected.id))
  useStore.setState({
    rows: next,
    info: patch.info,
    ...(gone ? { selected: null } : {}),
  })
  dropUndone(patch.info.undoStep)
  if (articleId && !next.article.has(articleId)) {
    const other = [...next.article.keys()].sort().at(-1)
    if (other) void showArticle(other)
    else useStore.setState({ articleId: null, content: null, selected: null, passage: null })
  } else if (!articleId) {
    const first = [...next.article.keys()].sort().at(-1)
    if (first) void showArticle(first)
  }
}

export async function showArticle(articleId: string): Promise<void> {
  if (useStore.getState().articleId === articleId) return
  const content = await call('article.read', { articleId })
  if (content) useStore.setState({ articleId, content, selected: null, passage: null })
}

/** Starts listening. Answers how to stop. */
export function listen(): () => void {
  const stops = [
    window.ligature.on('patch', apply),
    window.ligature.on('opened', () => void readCase()),
    window.ligature.on('trouble', sayTrouble),
    window.ligature.on('importing', (importing) => useStore.setState({ importing })),
  ]
  void readCase()
  return () => {
    for (const stop of stops) stop()
  }
}
