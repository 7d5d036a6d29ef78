import { z } from 'zod'
import { call, Id, Name } from './call.ts'
import { onOneLine } from './line.ts'

const Expression = z
  .string()
  .max(4000, 'A question can have 4,000 characters at most.')
  .transform((words) => onOneLine(words.normalize('NFC')))
  .pipe(z.string().min(1, 'There is no question to keep.'))

/** How a passage of one column must stand to a passage of the row. Passages of two articles never stand to each other. */
export const nearnesses = ['same', 'overlaps', 'within', 'inside', 'before'] as const
export type Nearness = (typeof nearnesses)[number]

/** Tags by tags, articles or entities. */
export interface Matrix {
  /** Ids of tags, and of what the columns are, in the order of their names. */
  rows: string[]
  columns: string[]
  /** Only cells that hold anything: the row's passages that stand so to any of the column's. Indices, and annotations' ids. */
  cells: [row: number, column: number, passages: string[]][]
  /** How many passages carry the tag of each row. */
  totals: number[]
}

export const queryCalls = {
  /** Keep a question to the passages under a name. The same name again keeps the new question. */
  'query.keep': call(z.object({ name: Name, expression: Expression })).answers<{ queryId: string }>(),
  /** Give a kept question another name. */
  'query.rename': call(z.object({ queryId: Id, name: Name })).answers<void>(),
  /** Forget a kept question. The passages stay as they are. */
  'query.remove': call(z.object({ queryId: Id })).answers<void>(),
  /**
   * Count passages of each tag that stand near passages of each other tag, in each article, or near each entity's mentions. A
   * tag counts those below it. `words` is the distance for `within`.
   */
  'case.matrix': call(
    z.object({
      by: z.enum(['tag', 'article', 'entity']),
      nearness: z.enum(nearnesses),
      words: z.int().min(1).max(10_000),
    }),
  ).answers<Matrix>(),
  /** Ask where, and write a table as CSV there. Answers its file name, or null. */
  'export.table': call(
    z.object({ name: Name, rows: z.array(z.array(z.string().max(10_000)).max(5_000)).max(50_000) }),
  ).answers<string | null>(),
}
