import type { RowPage } from '../../preload/contract/case.ts'
import type { Change, Patch } from '../../preload/contract/patch.ts'
import { call } from './client.ts'
import { say } from './messages.ts'
import { noRows, useStore, withChanges } from './store.ts'

/** Patches that came while the rows were still being read: they are newer than any page, so they are applied last. */
let early: Patch[] | null = null

/** Reads the open case from its first row to its last, then shows it. */
export async function readCase(): Promise<void> {
  early = []
  const changes: Change[] = []
  let after: RowPage['next'] = null
  do {
    const page: RowPage | undefined = await call('case.rows', { after })
    if (!page) return
    changes.push(...page.rows.map(({ table, row }) => ({ table, id: row.id, row })))
    after = page.next
  } while (after)
  const [info, settings, greeting] = await Promise.all([
    call('case.info'),
    call('settings.read'),
    call('case.greeting'),
  ])
  let rows = withChanges(noRows, changes)
  for (const patch of early ?? []) rows = withChanges(rows, patch.changes)
  early = null
  useStore.setState({
    info: info ?? null,
    rows,
    theme: settings?.theme ?? 'system',
    selected: null,
    passage: null,
    open: null,
    lastStep: info?.undo ?? null,
    articleId: null,
    content: null,
  })
  for (const text of greeting?.notices ?? []) say({ kind: 'done', text })
  if (greeting?.trouble)
    say({ kind: 'trouble', text: greeting.trouble.message, advice: greeting.trouble.advice })
  const first = greeting?.articleId ?? [...rows.article.keys()].sort().at(-1)
  if (first) await showArticle(first)
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
    lastStep: patch.info.undo,
    ...(gone ? { selected: null } : {}),
  })
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
    window.ligature.on('trouble', (trouble) =>
      say({ kind: 'trouble', text: trouble.message, advice: trouble.advice }),
    ),
  ]
  void readCase()
  return () => {
    for (const stop of stops) stop()
  }
}
