import { call, Nothing } from './call.ts'

export const helpCalls = {
  /** Open the log in the program that shows text files on this computer. */
  'help.log': call(Nothing).answers<void>(),
}
