import { CsvError, parse } from 'csv-parse/sync'

/**
 * The rows of a table: comma, semicolon or tab. `most` rows are read at most. Throws what `refuse` makes of a sentence's half
 * where it is no table.
 */
export function csvTable(text: string, refuse: (why: string) => Error, most?: number): string[][] {
  const line = text.slice(0, text.search(/[\r\n]|$/u))
  // Where the comma is a decimal point, spreadsheets write semicolons.
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    line.split(each).length > line.split(best).length ? each : best,
  )
  try {
    const options = { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true }
    return parse(text, most === undefined ? options : { ...options, to: most })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw refuse(`it is not a whole table (line ${error.lines ?? '?'}: a quotation mark is out of place)`)
  }
}

/** Takes off the apostrophe that export puts before what a spreadsheet would take for a formula. */
export const unguarded = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r])/u, '')
