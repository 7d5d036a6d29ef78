import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { TroubleError } from '../trouble.ts'
import { type RawCodebook, type RawTag, refused } from './codebook.ts'

/**
 * Reads a codebook as programs of the field exchange it: REFI-QDA Codebook 1.0 (https://www.qdasoftware.org), XML. The parser
 * is strict, replaces only the five references that XML itself has, and loads nothing; a file that declares its own is refused,
 * since a codebook has no need of them and they can be made to grow without end. Names are compared without prefixes and
 * namespaces, which programs write in different ways.
 */
export function readQdc(text: string, file: string): RawCodebook {
  const tags: RawTag[] = []
  const places = new Map<string, number>()
  const sets: { guid: string; name: string; members: string[] }[] = []
  /** The elements that are open, and of those that are tags, their places. */
  const open: string[] = []
  const openTags: number[] = []
  let described: RawTag | null = null

  const parser = new SaxesParser()
  parser.on('error', (error) => {
    const line = /^(?:undefined:)?(\d+):\d+: (.*)$/u.exec(error.message)
    throw refused(file, `it is not whole XML${line ? ` (line ${line[1]})` : ''}`)
  })
  parser.on('doctype', () => {
    throw refused(file, 'it declares words of its own (DOCTYPE), which a codebook has no need of')
  })
  parser.on('opentag', (element: SaxesTagPlain) => {
    const name = local(element.name)
    const { guid = '', name: words = '', color = '' } = element.attributes
    const above = open.at(-1)
    if (above === undefined && name !== 'CodeBook')
      throw refused(file, name === 'Project' ? 'it is a whole project' : 'it is no codebook of REFI-QDA')
    open.push(name)
    if (name === 'Code') {
      const parent = above === 'Code' ? (openTags.at(-1) ?? null) : null
      openTags.push(tags.length)
      places.set(plain(guid), tags.length)
      tags.push({ guid, name: words, description: '', color, parent, key: '' })
    } else if (name === 'Description' && above === 'Code') described = tags[openTags.at(-1) ?? -1] ?? null
    else if (name === 'Set') sets.push({ guid, name: words, members: [] })
    else if (name === 'MemberCode') sets.at(-1)?.members.push(plain(guid))
  })
  parser.on('text', (words) => {
    if (described) described.description += words
  })
  parser.on('cdata', (words) => {
    if (described) described.description += words
  })
  parser.on('closetag', (element) => {
    open.pop()
    described = null
    if (local(element.name) === 'Code') openTags.pop()
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof TroubleError) throw error
    throw refused(file, 'it is not whole XML')
  }
  return {
    tags,
    sets: sets.map(({ members, ...set }) => ({
      ...set,
      tags: members.flatMap((guid) => places.get(guid) ?? []),
    })),
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
const plain = (guid: string) => guid.replace(/^\{|\}$/gu, '').toLowerCase()
