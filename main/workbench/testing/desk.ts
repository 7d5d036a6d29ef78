import { join } from 'node:path'
import type { Pushes } from '../../../preload/contract.ts'
import { openCase } from '../../case-file/open-case.ts'
import type { StartReader } from '../../import/read-apart.ts'
import { readHere } from '../../import/read-here.ts'
import { keepSettings } from '../../settings.ts'
import type { Desk } from '../desk.ts'

export type Told = { [Name in keyof Pushes]: { name: Name; value: Pushes[Name] } }[keyof Pushes]

/** A desk with a new case on it, whose person answers every question with Cancel; what it tells the views goes to `told`. */
export function deskIn(
  folder: string,
  name: string,
  told: Told[] = [],
  startReader: StartReader = readHere,
): Desk {
  const nobody = async () => null
  return {
    case: openCase(join(folder, `${name}.ligature`), { create: true }),
    ask: {
      articleFiles: nobody,
      caseFile: nobody,
      codebookFile: nobody,
      networkFiles: nobody,
      whereToSave: nobody,
    },
    settings: keepSettings(join(folder, `${name}.json`), () => {}),
    startReader,
    samplePath: join(folder, 'sample.md'),
    backups: join(folder, 'backups'),
    refused: null,
    tell: (pushed, value) => {
      told.push({ name: pushed, value } as Told)
    },
    open: () => {},
    showLog: async () => {},
    greeting: () => ({ articleId: null, notices: [], trouble: null }),
  }
}
