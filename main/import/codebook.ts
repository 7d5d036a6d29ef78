import { Id, Name } from '../../preload/contract/call.ts'
import { Meaning, tagColors } from '../../preload/contract/codebook.ts'
import { treeOf } from '../../preload/contract/tag-tree.ts'
import { TroubleError } from '../trouble.ts'

/** A codebook as a file has it: nothing of it is believed yet. */
export interface RawCodebook {
  tags: RawTag[]
  sets: { guid: string; name: string; tags: number[] }[]
}
export interface RawTag {
  guid: string
  name: string
  description: string
  /** `#e8a33d` or `#e83`; anything else is no colour. */
  color: string
  /** Its place in the list, or null at the top. */
  parent: number | null
  /** 1 to 9; anything else is no key. */
  key: string
}

/** A codebook that can be added: parents before children, every name once. */
export interface Codebook {
  tags: {
    /** As Ligature gave it, else null. */
    id: string | null
    name: string
    description: string
    /** 1 to 8; null where the file has none. */
    color: number | null
    /** The place of its parent in the list, always an earlier one. */
    parent: number | null
    level: number
    pin: number
  }[]
  sets: { id: string | null; name: string; tags: number[] }[]
  notices: string[]
}

const mostTags = 5000
const mostSets = 500
/** A person's codebook has four or five. */
const mostLevels = 100

/** Makes sure of a file's codebook, or throws a TroubleError that says what is wrong with it. `file` is its name. */
export function soundCodebook(raw: RawCodebook, file: string): Codebook {
  if (raw.tags.length === 0) throw refused(file, 'there is no tag in it')
  if (raw.tags.length > mostTags) throw refused(file, `it has more than ${mostTags} tags`)
  if (raw.sets.length > mostSets) throw refused(file, `it has more than ${mostSets} sets`)
  const notices: string[] = []
  const names = uniqueNames(raw, file, notices)
  const order = inOrder(raw, file)
  const place = new Map(order.map(({ index }, at) => [index, at]))
  const used = new Set<string>()
  const keys = new Set<string>()
  const tags = order.map(({ index, level }) => {
    const { guid, description, color, parent, key } = raw.tags[index] as RawTag
    const isKey = /^[1-9]$/u.test(key) && !keys.has(key)
    keys.add(key)
    return {
      id: ownId(guid, used),
      name: names[index] ?? '',
      description: Meaning.parse(cut(description)),
      color: nearestColor(color),
      parent: parent === null ? null : (place.get(parent) ?? null),
      level,
      pin: isKey ? Number(key) : 0,
    }
  })
  const long = raw.tags.filter(({ description }) => description.length > mostMeaning).length
  if (long > 0) notices.push(`What ${count(long, 'tag means', 'tags mean')} is cut after 2,000 characters.`)
  const sets = new Map<string, Codebook['sets'][number]>()
  for (const set of raw.sets) {
    const name = nameFrom(set.name, file, 'set')
    const same = sets.get(name.toLowerCase()) ?? { id: ownId(set.guid, used), name, tags: [] }
    const members = set.tags.flatMap((index) => place.get(index) ?? [])
    sets.set(name.toLowerCase(), { ...same, tags: [...new Set([...same.tags, ...members])] })
  }
  return { tags, sets: [...sets.values()], notices }
}

export const refused = (file: string, why: string, advice = 'Choose another file. Nothing was changed.') =>
  new TroubleError('codebook-refused', `“${file}” cannot be added as a codebook: ${why}.`, advice)

function nameFrom(words: string, file: string, what: 'tag' | 'set'): string {
  const name = Name.safeParse(words)
  if (name.success) return name.data
  if (words.trim() === '') throw refused(file, `a ${what} in it has no name`)
  throw refused(file, `the name of a ${what} in it has more than 200 characters: “${words.slice(0, 30)}…”`)
}

/**
 * In Ligature a name is one tag's, in whatever case. Other programs allow the same name below different tags: there a tag after
 * the first is told apart by the one above it.
 */
function uniqueNames(raw: RawCodebook, file: string, notices: string[]): string[] {
  const taken = new Set<string>()
  let renamed = 0
  const names = raw.tags.map((tag) => nameFrom(tag.name, file, 'tag'))
  const own = new Set(names.map((name) => name.toLowerCase()))
  const result = names.map((name, index) => {
    let free = name
    const parent = raw.tags[index]?.parent
    const above = parent == null ? '' : names[parent]
    for (let turn = 1; taken.has(free.toLowerCase()) || (turn > 1 && own.has(free.toLowerCase())); turn++) {
      const mark = turn === 1 && above ? ` (${above})` : ` ${turn + 1}`
      // 200 is the most a name can have.
      free = Name.parse(`${name.slice(0, Math.max(1, 199 - mark.length))}${mark}`.slice(0, 199))
    }
    if (free !== name) renamed++
    taken.add(free.toLowerCase())
    return free
  })
  if (renamed > 0)
    notices.push(
      `${count(renamed, 'tag has', 'tags have')} the name of another tag, and got more words to it.`,
    )
  return result
}

/** Where each tag stands, parents first. */
function inOrder(raw: RawCodebook, file: string): { index: number; level: number }[] {
  const asRows = raw.tags.map(({ parent }, index) => ({
    id: String(index),
    parentId: parent === null ? null : String(parent),
  }))
  const placed = treeOf(asRows, (a, b) => Number(a.id) - Number(b.id))
  if (placed.some(({ tag, parentId }) => tag.parentId !== parentId))
    throw refused(file, 'a tag in it stands below itself')
  if (placed.some(({ level }) => level > mostLevels))
    throw refused(file, `its tags are nested deeper than ${mostLevels} levels`)
  return placed.map(({ tag, level }) => ({ index: Number(tag.id), level }))
}

/** Other programs' ids are of other kinds; ours are kept, so that a codebook can go out and come back. */
function ownId(guid: string, used: Set<string>): string | null {
  const id = guid.replace(/^\{|\}$/gu, '').toLowerCase()
  if (!Id.safeParse(id).success || used.has(id)) return null
  used.add(id)
  return id
}

/** The one of the eight that is nearest in either look, by the sum of squares in sRGB. */
function nearestColor(color: string): number | null {
  const wanted = rgb(color.trim())
  if (!wanted) return null
  const distances = [...tagColors.light, ...tagColors.dark].map((ours) =>
    (rgb(ours) ?? []).reduce((sum, part, at) => sum + (part - (wanted[at] ?? 0)) ** 2, 0),
  )
  return (distances.indexOf(Math.min(...distances)) % 8) + 1
}

function rgb(color: string): number[] | null {
  const [, hex = ''] = /^#([\da-f]{6}|[\da-f]{3})$/iu.exec(color) ?? []
  if (hex === '') return null
  const size = hex.length / 3
  return [0, 1, 2].map((at) =>
    Number.parseInt(hex.slice(at * size, at * size + size).padStart(2, hex[at]), 16),
  )
}

const mostMeaning = 2000
const cut = (text: string) => text.slice(0, mostMeaning)
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
