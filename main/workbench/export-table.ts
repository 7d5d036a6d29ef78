import { basename } from 'node:path'
import type { Parsed } from '../../preload/contract.ts'
import { fileName } from '../export/file-name.ts'
import { tableAsCsv } from '../export/table-csv.ts'
import { writeWhole } from '../export/write-whole.ts'
import type { Desk } from './desk.ts'
import { refuseOpenCase } from './is-open-case.ts'

/** Writes a table that a window shows as CSV, where the person says. */
export async function exportTable(
  desk: Desk,
  { name, rows }: Parsed<'export.table'>,
): Promise<string | null> {
  const path = await desk.ask.whereToSave({
    title: 'Export table',
    name: fileName(name),
    kind: 'CSV',
    ending: 'csv',
  })
  if (!path) return null
  refuseOpenCase(desk, path)
  writeWhole(path, tableAsCsv(rows))
  return basename(path)
}
