import type { ActionId } from '../../preload/contract/actions.ts'
import type { Added } from '../../preload/contract/article.ts'
import { reshapeDoings } from '../article/reshape-doings.ts'
import { importNetwork } from '../exchange/exchange-actions.ts'
import { targetOfEvery } from '../mentions/target-of-every.ts'
import { networkDoings } from '../network/network-doings.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { passageOf } from '../state/select.ts'
import { type Open, type State, select, type Tab, useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'
import { exportCodebook, importCodebook, tagInVivo } from '../tags/codebook-actions.ts'
import { compareWithEarlier, offerVersions } from '../versions/offer.ts'
import type { Doing } from './doing.ts'
import { removeSelected } from './remove-selected.ts'

const open = (what: NonNullable<Open>) => () => useStore.setState({ open: what })
const onPassage = (what: 'tag' | 'entity' | 'note'): Doing => ({
  when: ({ selected }) => passageOf(selected) !== null,
  run: open({ what }),
})
const setLayout = (layout: State['layout']) => () => useStore.setState({ layout })
const theme = (name: State['theme']): Doing => ({
  when: (state) => state.theme !== name,
  run: async () => {
    useStore.setState({ theme: name })
    await call('settings.theme', { theme: name })
  },
})
const onEntity = (what: 'merge' | 'split'): Doing => ({
  when: ({ selected, rows }) => selected?.kind === 'entity' && (what === 'split' || rows.entity.size > 1),
  run: () => {
    const { selected } = useStore.getState()
    if (selected?.kind === 'entity') open({ what, entityId: selected.id })()
  },
})
const hasArticle = (state: State) => state.articleId !== null
const hasTags = (state: State) => state.rows.tag.size > 0

/** What each action of the list does, and when it can be done. An action without an entry here does not compile. */
const doings: Record<ActionId, Doing> = {
  'article.open': { run: async () => showAdded(await call('article.open')) },
  'article.stop': { when: ({ importing }) => importing !== null, run: () => call('article.stop') },
  'article.sample': { run: async () => showAdded(await call('article.sample')) },
  'article.find': {
    when: hasArticle,
    run: () => {
      useStore.setState(({ layout }) => ({
        isFinding: true,
        open: null,
        layout: layout === 'network' ? 'both' : layout,
      }))
      document.querySelector<HTMLInputElement>('.find input')?.select()
    },
  },
  'version.compare': { when: hasArticle, run: compareWithEarlier },
  'article.describe': { when: hasArticle, run: open({ what: 'details' }) },
  'article.remove': { when: hasArticle, run: removeArticle },
  'case.new': { run: () => call('case.new') },
  'case.open': { run: () => call('case.open') },
  'case.copy': {
    run: async () => {
      const name = await call('case.copy')
      if (name) say({ kind: 'done', text: `A copy of the case is in “${name}”.` })
    },
  },
  'case.share': {
    run: async () => {
      const name = await call('case.share')
      if (name)
        say({
          kind: 'done',
          text: `“${name}” holds what is in the case now, and nothing of its history or of what was deleted.`,
        })
    },
  },
  'case.backups': { run: open({ what: 'backups' }) },
  'case.rescue': { run: () => call('case.rescue') },
  'case.search': { run: searchCase },
  'export.notes': { run: exportNotes },
  'codebook.import': { run: importCodebook },
  'codebook.csv': { when: hasTags, run: () => exportCodebook('csv') },
  'codebook.qdc': { when: hasTags, run: () => exportCodebook('qdc') },
  'history.undo': { when: (state) => state.info?.undo !== null, run: () => travel('undo') },
  'history.redo': { when: (state) => state.info?.redo !== null, run: () => travel('redo') },
  'passage.tag': onPassage('tag'),
  'passage.invivo': { when: ({ selected }) => passageOf(selected) !== null, run: tagInVivo },
  'passage.entity': onPassage('entity'),
  'passage.relation': {
    when: ({ selected }) => selected !== null && selected.kind !== 'relation',
    run: () => {
      const { selected } = useStore.getState()
      useStore.setState({
        open: selected?.kind === 'entity' ? { what: 'relation', fromId: selected.id } : { what: 'relation' },
      })
    },
  },
  'passage.every': {
    when: (state) => targetOfEvery(state) !== null,
    run: () => useStore.setState({ open: targetOfEvery(useStore.getState()) }),
  },
  'passage.note': {
    when: ({ selected }) => selected !== null,
    run: () => {
      const { selected } = useStore.getState()
      if (selected?.kind === 'entity') open({ what: 'writeNote', on: { entityId: selected.id } })()
      else if (selected?.kind === 'relation') open({ what: 'writeNote', on: { relationId: selected.id } })()
      else open({ what: 'note' })()
    },
  },
  ...reshapeDoings,
  'selection.remove': {
    when: ({ selected }) => selected !== null && selected.kind !== 'words',
    run: removeSelected,
  },
  'note.case': { run: open({ what: 'writeNote', on: { wholeCase: true } }) },
  'view.palette': { run: open({ what: 'palette' }) },
  'view.side': { run: () => useStore.setState(({ side }) => ({ side: !side })) },
  'view.article': { run: setLayout('article') },
  'view.both': { run: setLayout('both') },
  'view.network': { run: setLayout('network') },
  'view.passages': { run: () => showTab('passages') },
  'view.matrix': { when: (state) => state.rows.tag.size > 0, run: open({ what: 'matrix' }) },
  'view.history': { run: () => showTab('history') },
  'view.outline': { when: hasArticle, run: open({ what: 'outline' }) },
  'view.reading': { when: hasArticle, run: open({ what: 'reading' }) },
  'entity.merge': onEntity('merge'),
  'entity.split': onEntity('split'),
  'network.import': { run: importNetwork },
  'network.export': { when: (state) => state.rows.entity.size > 0, run: open({ what: 'exportNetwork' }) },
  ...networkDoings,
  'theme.light': theme('light'),
  'theme.dark': theme('dark'),
  'theme.sepia': theme('sepia'),
  'theme.system': theme('system'),
  'help.shortcuts': { run: open({ what: 'shortcuts' }) },
  'help.log': { run: () => call('help.log') },
}

/** What needs no row of the case: can be done while it is still being read. */
const needsNothing = /^(case|view|theme|help)\./u

export function canRun(id: ActionId, state: State): boolean {
  if (state.info === null || !(state.isRead || needsNothing.test(id))) return false
  return doings[id].when?.(state) ?? true
}

/** For what switches or chooses something: whether it is so now. */
export const isOn = (id: ActionId, state: State): boolean | undefined => doings[id].isOn?.(state)

/** Does an action, or nothing where it cannot be done now. Answers whether it was begun. */
export function runAction(id: ActionId): boolean {
  if (!canRun(id, useStore.getState())) return false
  void doings[id].run()
  return true
}

/** Puts a tag on the selected passage. */
export async function tagWith(tagId: string): Promise<void> {
  const { selected, isRead } = useStore.getState()
  const passage = passageOf(selected)
  if (!passage || !isRead) return
  const done = await call('annotate.tag', { passage, tag: { id: tagId } })
  if (!done) return
  useStore.setState({ repeat: { tagId } })
  select({ kind: 'annotation', id: done.annotationId })
}

/** Shows what was added, and says what a person should know about it. */
export async function showAdded(added: Added | null | undefined): Promise<void> {
  if (!added) return
  const { refused } = added
  if (refused.length === 1) say({ kind: 'trouble', text: refused[0] ?? '' })
  else if (refused.length > 1)
    say({ kind: 'trouble', text: `${refused.length} files were not added.`, advice: refused.join(' ') })
  for (const text of added.notices) say({ kind: 'done', text })
  const [known] = added.known
  if (known && added.added.length === 0)
    say({ kind: 'done', text: 'This article is in the case already. Here it is.' })
  const id = added.added.at(-1) ?? known
  if (id) await showArticle(id)
  await offerVersions(added.added)
}

async function exportNotes(): Promise<void> {
  const done = await call('export.notes')
  if (!done) return
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`
  say({
    kind: 'done',
    text: `${count(done.notes, 'note')} and ${count(done.passages, 'passage')} are in “${done.fileName}”.`,
  })
}

function searchCase(): void {
  const field = () => document.querySelector<HTMLInputElement>('.case-search input')
  const isThere = field() !== null
  useStore.setState({ side: true, open: null })
  // At once where it is there, so that what is typed next goes there.
  if (isThere) field()?.select()
  else requestAnimationFrame(() => field()?.select())
}

function showTab(tab: Tab): void {
  useStore.setState({ side: true, tab, search: '', open: null })
  // Where the keys go on: once the panel is there.
  requestAnimationFrame(() => document.getElementById(`tab-${tab}`)?.focus())
}

async function travel(way: 'undo' | 'redo'): Promise<void> {
  const label = await call(`history.${way}`)
  if (label)
    say({ kind: 'done', key: 'travel', text: `${way === 'undo' ? 'Undone' : 'Done again'}: ${label}` })
}

async function removeArticle(): Promise<void> {
  const { articleId } = useStore.getState()
  if (!articleId) return
  if (await call('article.remove', { articleId }))
    say({ kind: 'done', text: 'The article and its passages are out of the case.', undo: true })
}
