import Database from 'better-sqlite3'
import { copyCase, readBytes, removeCase, writeBytes } from './files.ts'
import { makeCase } from './make-case.ts'

const pageSize = 4096

/**
 * Makes copies of a file whose schema is damaged, with the schema of an empty case put in its place. SQLite gives the tables of
 * an empty case the same pages each time and never moves them, so the rows are found again; one way for a case as it was made,
 * and one for a copy of it, which VACUUM lays out anew. Answers their paths; what of them fits is for the reader to see.
 */
export function graftSchema(path: string): string[] {
  const made = `${path}.made`
  const vacuumed = `${path}.vacuumed`
  for (const each of [made, vacuumed]) removeCase(each)
  makeCase(made)
  const db = new Database(made)
  db.prepare('VACUUM INTO ?').run(vacuumed)
  db.close()
  return [made, vacuumed].map((template) => {
    const empty = readBytes(template)
    copyCase(path, template)
    writeBytes(template, graft(readBytes(template), empty))
    return template
  })
}

/** https://sqlite.org/fileformat2.html: page 1 is the root of the schema's tree, and of type 5 where it leads to others. */
function schemaPages(empty: Buffer): number[] {
  if (empty[100] !== 5) return [1]
  const cells = Array.from({ length: empty.readUInt16BE(103) }, (_, cell) =>
    empty.readUInt32BE(empty.readUInt16BE(112 + 2 * cell)),
  )
  return [1, ...cells, empty.readUInt32BE(108)]
}

function graft(damaged: Buffer, empty: Buffer): Buffer {
  const schema = schemaPages(empty)
  const pages = Math.max(Math.floor(damaged.length / pageSize), ...schema)
  const grafted = Buffer.alloc(pages * pageSize)
  damaged.copy(grafted)
  for (const page of schema)
    empty.copy(grafted, (page - 1) * pageSize, (page - 1) * pageSize, page * pageSize)
  grafted.writeUInt32BE(pages, 28)
  // No page is free: what was is not looked at.
  grafted.writeUInt32BE(0, 32)
  grafted.writeUInt32BE(0, 36)
  return grafted
}

/** What stands in the head of every case file: pages of 4,096 bytes, a rollback journal, UTF-8. */
const head: [at: number, bytes: string][] = [
  [0, 'SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20'],
  [44, '\0\0\0\x04'],
  [56, '\0\0\0\x01'],
]

/** Puts a head that is damaged right, without which SQLite reads nothing of the file. */
export function mendHead(path: string): void {
  const bytes = readBytes(path)
  if (bytes.length < pageSize) return
  for (const [at, right] of head) bytes.write(right, at, 'latin1')
  writeBytes(path, bytes)
}
