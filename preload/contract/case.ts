import { call, Nothing } from './call.ts'
import type { Trouble } from './trouble.ts'

export interface CaseInfo {
  /** The case's own id, the same in every copy of the file. */
  id: string
  /** The file's name without its ending: what the window calls the case. */
  name: string
  fileName: string
  /** How many steps were ever answered in this case; it only grows. */
  revision: number
  /** Labels of the step that undo and redo would act on, or null. */
  undo: string | null
  redo: string | null
  /** The number of the step that undo would act on. Every step has a greater one than all before it, and none is given twice. */
  undoStep: number | null
}

/**
 * What a window should show first: the article asked for on the command line, or else the one added last, and how that went,
 * told once.
 */
export interface Greeting {
  articleId: string | null
  notices: string[]
  trouble: Trouble | null
}

export const caseCalls = {
  /** What happened before this window could listen. */
  'case.greeting': call(Nothing).answers<Greeting>(),
  /** What the open case is called and where its history stands. */
  'case.info': call(Nothing).answers<CaseInfo>(),
  /** Ask where, and start an empty case there. Answers false when the person chose nowhere. */
  'case.new': call(Nothing).answers<boolean>(),
  /** Ask which, and open another case. Answers false when the person chose none. */
  'case.open': call(Nothing).answers<boolean>(),
  /** Ask where, and write a copy of the case there. Answers the copy's file name, or null. */
  'case.copy': call(Nothing).answers<string | null>(),
  /** Ask where, and write a copy without history there: nothing deleted is in it. Answers its file name, or null. */
  'case.share': call(Nothing).answers<string | null>(),
  /**
   * Carry what can be read of a damaged or foreign case file into a new one beside it, and open that: of the file that was
   * refused last, or of one that is asked for. Answers false when the person chose none.
   */
  'case.rescue': call(Nothing).answers<boolean>(),
}
