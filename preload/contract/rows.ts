import { z } from 'zod'
import { call, Id } from './call.ts'
import type { AnyRow, TableName } from './patch.ts'

/** One page of the case's rows. `next` is where to go on, or null after the last. */
export interface RowPage {
  rows: { table: TableName; row: AnyRow }[]
  next: { table: number; after: string } | null
}

export const rowCalls = {
  /** Read the case's rows page by page; pages stay small because one large answer would hold the window up. */
  'case.rows': call(
    z.object({ after: z.object({ table: z.int().min(0), after: z.string().max(36) }).nullable() }),
  ).answers<RowPage>(),
  /** Read an article's row and all that its text shows: what a window needs before the rest of the case. */
  'article.rows': call(z.object({ articleId: Id })).answers<RowPage['rows']>(),
}
