import { call, Nothing } from './call.ts'

export const exportCalls = {
  /** Ask where, and write the case's notes as Markdown. Answers the file's name and what went in, or null. */
  'export.notes': call(Nothing).answers<{ fileName: string; notes: number; passages: number } | null>(),
}
