import { create } from 'zustand'
import type { ArticleContent, Importing } from '../../preload/contract/article.ts'
import type { CaseInfo } from '../../preload/contract/case.ts'
import type { CodebookPreview } from '../../preload/contract/codebook.ts'
import type { NetworkPreview } from '../../preload/contract/exchange.ts'
import type { AnyRow, Change, TableName, Tables } from '../../preload/contract/patch.ts'
import {
  type BoardLook,
  type Reading,
  type Theme,
  usualBoard,
  usualReading,
} from '../../preload/contract/settings.ts'
import { Table } from './table.ts'

export type Rows = { [Name in TableName]: ReadonlyMap<string, Tables[Name]> }

/** What a person has chosen to act on. Offsets are UTF-16 code units of the article's text, end exclusive. */
export type Selected =
  | { kind: 'words'; articleId: string; start: number; end: number }
  | { kind: 'annotation'; id: string }
  | { kind: 'entity'; id: string }
  | { kind: 'relation'; id: string }
  | null

/** What stands open above the desk; at most one. */
export type Open =
  | {
      what:
        | 'tag'
        | 'entity'
        | 'note'
        | 'palette'
        | 'shortcuts'
        | 'backups'
        | 'details'
        | 'matrix'
        | 'outline'
        | 'reading'
        | 'join'
    }
  | { what: 'menu'; x: number; y: number }
  | { what: 'every'; target: { entityId: string } | { tagId: string }; names: string }
  | { what: 'looks' }
  | { what: 'merge' | 'split'; entityId: string }
  | { what: 'codebook'; preview: CodebookPreview }
  | { what: 'exportNetwork' }
  | { what: 'importNetwork'; preview: NetworkPreview }
  | { what: 'version'; articleId: string; earlierId: string }
  | { what: 'relation'; fromId?: string; toId?: string }
  | {
      what: 'writeNote'
      on: { entityId: string } | { relationId: string } | { articleId: string } | { wholeCase: true }
    }
  | null

/** What the width of a node stands for. */
export type NodeSize = BoardLook['nodeSize']

export type Tab = 'articles' | 'passages' | 'tags' | 'entities' | 'notes' | 'history'

export interface State extends BoardLook {
  info: CaseInfo | null
  /** Whether all rows are here. Until then the article can be read, and nothing be changed: lists to choose from lack some. */
  isRead: boolean
  rows: Rows
  articleId: string | null
  content: ArticleContent | null
  selected: Selected
  /** The relation chosen last, whose panel stays while passages for it are selected in the text. */
  gathering: string | null
  /** The passage selected last, kept while a node or relation is chosen, to attach it there. */
  passage: { articleId: string; start: number; end: number } | null
  /** Entities and annotations pointed at, anywhere. */
  lit: { entities: readonly string[]; annotations: readonly string[] }
  open: Open
  /** What a passage was tagged with or marked as last: Enter does it again. */
  repeat: { tagId: string } | { entityId: string } | null
  isFinding: boolean
  /** A layout is being found for the network. */
  arranging: boolean
  /** What the case is searched for; while it holds words, the finds stand in the tabs' place. */
  search: string
  /** A question to the passages (preload/contract/question.ts), and those that the text shows alone; null where it shows all. */
  passageQuery: string
  shownOnly: ReadonlySet<string> | null
  tab: Tab
  side: boolean
  layout: 'both' | 'article' | 'network'
  theme: Theme
  /** How text is set. */
  reading: Reading
  /** The article that is being read. */
  importing: Importing | null
}

export const noRows: Rows = {
  article: new Map(),
  boardGroup: new Map(),
  entity: new Map(),
  tag: new Map(),
  tagSet: new Map(),
  tagSetMember: new Map(),
  annotation: new Map(),
  tagging: new Map(),
  relation: new Map(),
  evidence: new Map(),
  note: new Map(),
  tagQuery: new Map(),
  entityType: new Map(),
  relationKind: new Map(),
  boardView: new Map(),
}

const nothingLit: State['lit'] = { entities: [], annotations: [] }

export const useStore = create<State>(() => ({
  info: null,
  isRead: false,
  rows: noRows,
  articleId: null,
  content: null,
  selected: null,
  gathering: null,
  passage: null,
  lit: nothingLit,
  open: null,
  repeat: null,
  isFinding: false,
  arranging: false,
  ...usualBoard,
  search: '',
  passageQuery: '',
  shownOnly: null,
  tab: 'articles',
  side: true,
  layout: 'both',
  theme: 'system',
  reading: usualReading,
  importing: null,
}))

/** Applies whole rows. Tables that no change touches keep their identity, so that their readers do not render again. */
export function withChanges(rows: Rows, changes: Change[]): Rows {
  const next: Record<string, ReadonlyMap<string, AnyRow>> = { ...rows }
  for (const [name, ofTable] of Map.groupBy(changes, ({ table }) => table)) {
    const table = rows[name] as ReadonlyMap<string, AnyRow>
    if (table instanceof Table) next[name] = table.with(ofTable.map(({ id, row }) => [id, row]))
    else {
      // Copied once: a table's next version costs only what changes.
      const map = new Map(table)
      for (const { id, row } of ofTable)
        if (row) map.set(id, row)
        else map.delete(id)
      next[name] = new Table(map)
    }
  }
  return next as unknown as Rows
}

export function point(lit: Partial<State['lit']> | null): void {
  useStore.setState({ lit: lit ? { ...nothingLit, ...lit } : nothingLit })
}

export function select(selected: Selected): void {
  useStore.setState({ selected, open: null, gathering: selected?.kind === 'relation' ? selected.id : null })
}
