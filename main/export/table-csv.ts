import { stringify } from 'csv-stringify/sync'

/**
 * A table as CSV (RFC 4180). Begins with a byte order mark, without which Excel reads UTF-8 as Windows-1252; a cell that a
 * spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function tableAsCsv(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { bom: true, record_delimiter: '\r\n', escape_formulas: true })
}
