import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type Codebook, refused, soundCodebook } from './codebook.ts'
import { readCsv } from './codebook-csv.ts'
import { readQdc } from './codebook-qdc.ts'
import { decode } from './decode.ts'
import { asTrouble, checkFile } from './read-file.ts'

/** In bytes: 5,000 tags with a page of meaning each. Reading so much takes 0.2 s. */
const mostBytes = 5_000_000

/** Reads a codebook file: a table, or what programs of the field exchange. Throws a TroubleError that says what is wrong. */
export async function readCodebook(path: string): Promise<Codebook> {
  const file = basename(path)
  await checkFile(path, file)
  const bytes = await readFile(path).catch((cause) => Promise.reject(asTrouble(cause, file)))
  if (bytes.length > mostBytes) throw refused(file, 'it is larger than 5 MB')
  const isQdc =
    extname(file).toLowerCase() === '.qdc' ||
    /^\s*<(?:\?xml|CodeBook)/u.test(bytes.toString('latin1', 0, 200))
  const { text, notices } = decode(bytes, isQdc ? declaredEncoding(bytes) : '')
  const codebook = soundCodebook(isQdc ? readQdc(text, file) : readCsv(text, file), file)
  return { ...codebook, notices: [...notices, ...codebook.notices] }
}

const declaredEncoding = (bytes: Buffer): string =>
  /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)/u.exec(bytes.toString('latin1', 0, 200))?.[1] ?? ''
