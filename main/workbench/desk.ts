import type { Greeting } from '../../preload/contract/case.ts'
import type { Pushes } from '../../preload/contract.ts'
import type { OpenCase } from '../case-file/open-case.ts'
import type { StartReader } from '../import/read-apart.ts'
import type { Settings } from '../settings.ts'

/** Questions only a person can answer. The shell asks them with the platform's dialogs; null means "nothing chosen". */
export interface Ask {
  articleFiles(): Promise<string[] | null>
  caseFile(): Promise<string | null>
  codebookFile(): Promise<string | null>
  /** One file of a network, or the two tables it is made of. */
  networkFiles(): Promise<string[] | null>
  /** Where to write; `name` is what to suggest, without what file systems refuse. The person was asked before an existing file is replaced. */
  whereToSave(what: { title: string; name: string; kind: string; ending: string }): Promise<string | null>
}

/** What a verb works with: the open case, the person, and the views that listen. */
export interface Desk {
  readonly case: OpenCase
  readonly ask: Ask
  readonly settings: Settings
  /** Starts a process that reads one article. */
  readonly startReader: StartReader
  /** The article that ships with the program. */
  readonly samplePath: string
  /** The folder of all backups: in it, a folder a case, named by the case's id. */
  readonly backups: string
  tell<Name extends keyof Pushes>(name: Name, value: Pushes[Name]): void
  /**
   * Puts another case on the desk. The one before stays there when the new one cannot be opened. `greeting` is what is told
   * with it, instead of whether it lacks something.
   */
  open(path: string, how: { create: boolean; greeting?: Partial<Greeting> }): void
  /** The file that could not be opened last, and its case's id where it was ever seen. Null once another case was opened. */
  readonly refused: { path: string; caseId: string | null } | null
  /** Opens the log in whatever program shows text files. */
  showLog(): Promise<void>
  /** Answers once what happened before a window listened. */
  greeting(): Greeting
}
