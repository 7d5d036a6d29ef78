import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { decode } from '../decode.ts'
import { asTrouble, checkFile } from '../read-file.ts'
import { readNetworkTables } from './csv.ts'
import { readCytoscape } from './cytoscape.ts'
import { readGexf } from './gexf.ts'
import { readGraphml } from './graphml.ts'
import { type Network, type RawNetwork, refused } from './network.ts'
import { soundNetwork } from './sound-network.ts'
import { refuseWrittenOnly } from './written-only.ts'

/**
 * In bytes, of all files together: 20,000 entities and 50,000 relations of Ligature's own are 18 MB of GraphML. Everything is
 * read in one pass whose memory is bounded, so that it can be done in the main process.
 */
const mostBytes = 20 * 1024 * 1024

/**
 * Reads a network: one file of GraphML, GEXF or Cytoscape JSON, or up to two tables. What it is, its first letters say. Throws
 * a TroubleError that says what is wrong with it.
 */
export async function readNetwork(paths: string[]): Promise<Network> {
  const names = paths.map((path) => basename(path))
  const [first = ''] = names
  if (paths.length > 2)
    throw refused(first, 'a network is one file, or a table of entities and one of relations')
  let total = 0
  for (const [index, path] of paths.entries()) {
    total += (await stat(path).catch(() => null))?.size ?? 0
    if (total > mostBytes) throw refused(names[index] ?? '', 'it is larger than 20 MB')
    await checkFile(path, names[index] ?? '')
  }
  const files = []
  const notices: string[] = []
  for (const [index, path] of paths.entries()) {
    const file = names[index] ?? ''
    const bytes = await readFile(path).catch((cause) => Promise.reject(asTrouble(cause, file)))
    const decoded = decode(bytes, declaredEncoding(bytes))
    notices.push(...decoded.notices)
    files.push({ file, text: decoded.text })
  }
  const network = soundNetwork(readAs(files), first)
  return { ...network, notices: [...notices, ...network.notices] }
}

export function readAs(files: { file: string; text: string }[]): RawNetwork {
  const [only] = files
  if (files.length === 1 && only) {
    const { file, text } = only
    const head = text
      .slice(0, 4000)
      .replace(/^\ufeff/u, '')
      .trimStart()
    refuseWrittenOnly(head, file)
    if (/^[{[]/u.test(head)) return readCytoscape(text.replace(/^\ufeff/u, ''), file)
    if (/<(?:\w+:)?gexf[\s>]/u.test(head)) return readGexf(text, file)
    if (head.startsWith('<')) return readGraphml(text, file)
  }
  const isOther = files.find(({ text }) => /^\ufeff?\s*[<{[]/u.test(text.slice(0, 100)))
  if (isOther) throw refused(isOther.file, 'only tables are read two at a time')
  return readNetworkTables(files)
}

const declaredEncoding = (bytes: Buffer): string =>
  /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)/u.exec(bytes.toString('latin1', 0, 200))?.[1] ?? ''
