import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { TroubleError } from '../../trouble.ts'
import { refused } from './network.ts'

/** The deepest that elements stand in each other: a graph in a graph in a graph is three times four. */
const mostLevels = 60

export interface XmlReader {
  /** Names come without prefixes. `path` are the elements around it, the outermost first. */
  opened(name: string, attributes: Record<string, string>, path: readonly string[]): void
  text(words: string): void
  closed(name: string): void
}

/**
 * Reads XML strictly: only its own five references are replaced, nothing is loaded, and a file that declares words of its own
 * is refused, since they can be made to grow without end. Memory grows by what the reader keeps alone.
 */
export function readXml(text: string, file: string, reader: XmlReader): void {
  const parser = new SaxesParser()
  const path: string[] = []
  parser.on('error', (error) => {
    const line = /^(?:undefined:)?(\d+):\d+: /u.exec(error.message)
    throw refused(file, `it is not whole XML${line ? ` (line ${line[1]})` : ''}`)
  })
  parser.on('doctype', () => {
    throw refused(file, 'it declares words of its own (DOCTYPE), which a network has no need of')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (path.length >= mostLevels)
      throw refused(file, `its elements are nested deeper than ${mostLevels} levels`)
    reader.opened(local(name), attributes, path)
    path.push(local(name))
  })
  parser.on('text', (words) => reader.text(words))
  parser.on('cdata', (words) => reader.text(words))
  parser.on('closetag', ({ name }) => {
    path.pop()
    reader.closed(local(name))
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof TroubleError) throw error
    throw refused(file, 'it is not whole XML')
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
