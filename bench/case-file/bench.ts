import type { Row } from '../measure.ts'
import { measureFileSize } from './file-size.ts'
import { measureOpening } from './opening.ts'
import { measureSteps } from './steps.ts'
import { measureVerbs } from './verbs.ts'

export async function measureCaseFile(): Promise<Row[]> {
  return [
    ...(await measureSteps()),
    ...(await measureVerbs()),
    ...(await measureOpening()),
    ...measureFileSize(),
  ]
}
