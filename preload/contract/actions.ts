import { networkActions } from './network-actions.ts'
import { passageActions } from './passage-actions.ts'

/**
 * Every action of the program as data: the menu, the palette, the keys and the shortcut sheet are made from this one list.
 * What an action does, and when it can be done, stands in renderer/actions/.
 *
 * `key` is written as Electron writes accelerators; CmdOrCtrl is the command key on macOS and Ctrl elsewhere. Keys without
 * it act only while no text field has the focus, so the menu shows them but never takes them.
 */
export interface Action {
  id: string
  label: string
  menu: 'File' | 'Edit' | 'Passage' | 'Network' | 'View' | 'Help'
  key?: string
  /** A second key for the same, where platforms differ. */
  alsoKey?: string
}

export const actions = [
  { id: 'article.open', label: 'Open article…', menu: 'File', key: 'CmdOrCtrl+O' },
  { id: 'article.stop', label: 'Stop reading articles', menu: 'File' },
  { id: 'article.sample', label: 'Add the sample article', menu: 'File' },
  { id: 'article.describe', label: 'Article details…', menu: 'File', key: 'CmdOrCtrl+I' },
  { id: 'version.compare', label: 'Compare with the earlier version…', menu: 'File' },
  { id: 'article.remove', label: 'Remove article from the case', menu: 'File' },
  { id: 'case.new', label: 'New case…', menu: 'File', key: 'CmdOrCtrl+N' },
  { id: 'case.open', label: 'Open case…', menu: 'File', key: 'CmdOrCtrl+Shift+O' },
  { id: 'case.copy', label: 'Save a copy of the case…', menu: 'File', key: 'CmdOrCtrl+Shift+S' },
  { id: 'case.share', label: 'Save a copy to share…', menu: 'File' },
  { id: 'case.backups', label: 'Backups…', menu: 'File' },
  { id: 'case.rescue', label: 'Carry what can be read into a new case…', menu: 'File' },
  { id: 'export.notes', label: 'Export notes…', menu: 'File', key: 'CmdOrCtrl+E' },
  { id: 'network.import', label: 'Import a network…', menu: 'File' },
  { id: 'network.export', label: 'Export the network…', menu: 'File', key: 'CmdOrCtrl+Shift+E' },
  { id: 'codebook.import', label: 'Import a codebook…', menu: 'File' },
  { id: 'codebook.csv', label: 'Export the codebook as a table (CSV)…', menu: 'File' },
  { id: 'codebook.qdc', label: 'Export the codebook for other programs (REFI-QDA)…', menu: 'File' },
  { id: 'history.undo', label: 'Undo', menu: 'Edit', key: 'CmdOrCtrl+Z' },
  { id: 'history.redo', label: 'Redo', menu: 'Edit', key: 'CmdOrCtrl+Shift+Z', alsoKey: 'CmdOrCtrl+Y' },
  { id: 'article.find', label: 'Find in the article', menu: 'Edit', key: 'CmdOrCtrl+F' },
  { id: 'case.search', label: 'Search the case', menu: 'View', key: 'CmdOrCtrl+Shift+F' },
  { id: 'passage.tag', label: 'Tag passage', menu: 'Passage', key: 'T' },
  { id: 'passage.invivo', label: 'Tag passage with its own words', menu: 'Passage', key: 'V' },
  { id: 'passage.entity', label: 'Mark as entity', menu: 'Passage', key: 'E' },
  { id: 'passage.relation', label: 'Make a relation', menu: 'Passage', key: 'R' },
  { id: 'passage.every', label: 'Mark every mention…', menu: 'Passage', key: 'M' },
  { id: 'passage.note', label: 'Write a note', menu: 'Passage', key: 'N' },
  ...passageActions,
  {
    id: 'selection.remove',
    label: 'Remove what is selected',
    menu: 'Passage',
    key: 'Delete',
    alsoKey: 'Backspace',
  },
  ...networkActions,
  { id: 'view.palette', label: 'Find or do anything', menu: 'View', key: 'CmdOrCtrl+K' },
  { id: 'view.side', label: 'Show or hide the side panel', menu: 'View', key: 'CmdOrCtrl+B' },
  { id: 'view.article', label: 'Article only', menu: 'View', key: 'CmdOrCtrl+1' },
  { id: 'view.both', label: 'Article and network', menu: 'View', key: 'CmdOrCtrl+2' },
  { id: 'view.network', label: 'Network only', menu: 'View', key: 'CmdOrCtrl+3' },
  { id: 'entity.merge', label: 'Merge with another entity…', menu: 'Edit' },
  { id: 'entity.split', label: 'Split an entity…', menu: 'Edit' },
  { id: 'note.case', label: 'Write a note on the whole case', menu: 'Edit', key: 'CmdOrCtrl+Shift+N' },
  { id: 'view.passages', label: 'Passages', menu: 'View', key: 'CmdOrCtrl+L' },
  { id: 'view.matrix', label: 'Tags by tags, articles or entities…', menu: 'View' },
  { id: 'view.outline', label: 'Outline of the article', menu: 'View', key: 'CmdOrCtrl+Shift+U' },
  { id: 'view.reading', label: 'Reading settings…', menu: 'View' },
  { id: 'view.history', label: 'History', menu: 'View', key: 'CmdOrCtrl+H' },
  { id: 'theme.light', label: 'Theme: light', menu: 'View' },
  { id: 'theme.dark', label: 'Theme: dark', menu: 'View' },
  { id: 'theme.sepia', label: 'Theme: sepia', menu: 'View' },
  { id: 'theme.system', label: 'Theme: as the computer', menu: 'View' },
  { id: 'help.shortcuts', label: 'Keyboard shortcuts', menu: 'Help', key: '?' },
  { id: 'help.log', label: 'Open the log', menu: 'Help' },
] as const satisfies readonly Action[]

export type ActionId = (typeof actions)[number]['id']
