import { Id, Name } from '../../../preload/contract/call.ts'
import {
  type DateHow,
  dateHows,
  endsBeforeItStarts,
  PartialDate,
  type Period,
} from '../../../preload/contract/dates.ts'
import { KindLook, TypeLook } from '../../../preload/contract/looks.ts'
import { bases, type EntityType, entityTypes } from '../../../preload/contract/network.ts'
import { edgeFields, fieldsOfArticles, nodeFields } from '../../../preload/contract/network-fields.ts'
import { counted } from './counted.ts'
import {
  type Network,
  type NewEdge,
  type NewNode,
  type RawEdge,
  type RawNetwork,
  type RawNode,
  refused,
  refuseTooMany,
} from './network.ts'

/** What other programs and people call our fields, in lower case. */
const otherNames: Record<string, string[]> = {
  label: ['name', 'title', 'kind', 'interaction', 'relation', 'relationship', 'shared name'],
  type: ['category', 'class', 'entity type'],
  aliases: ['alias', 'other names'],
  description: ['summary', 'comment'],
  startOn: ['start', 'start date', 'date', 'from date'],
  endOn: ['end', 'end date', 'to date'],
}
/** Words for our types that other programs use. */
const types: Record<string, EntityType> = {
  ...Object.fromEntries(entityTypes.map((type) => [type, type])),
  organization: 'organisation',
  'armed group': 'group',
  location: 'place',
}
const mostDescription = 200_000
const mostAliases = 1000

/** Makes sure of a file's network, or throws a TroubleError that says what is wrong with it. `file` is its name, of two the first. */
export function soundNetwork(raw: RawNetwork, file: string): Network {
  if (raw.nodes.length === 0) throw refused(file, 'there is no entity in it')
  refuseTooMany(file, raw.nodes.length, raw.edges.length)
  const places = new Map<string, number>()
  for (const [index, node] of raw.nodes.entries()) {
    const table = node.file ?? file
    if (node.id === '') throw refused(table, `an entity in it has no id`)
    if (places.has(node.id)) throw refused(table, `two entities in it have the id “${short(node.id)}”`)
    places.set(node.id, index)
  }
  const edgeIds = new Set<string>()
  for (const { id, file: table } of raw.edges) {
    if (id !== '' && edgeIds.has(id))
      throw refused(table ?? file, `two relations in it have the id “${short(id)}”`)
    edgeIds.add(id)
  }
  const nodes = raw.nodes.map((node) => soundNode(node, node.file ?? file))
  const nodesFile = raw.nodes[0]?.file ?? file
  const edges = raw.edges.map((edge) => soundEdge(edge, places, edge.file ?? file, nodesFile))
  return { nodes, edges, notices: [...raw.notices, ...left(raw)] }
}

function soundNode(raw: RawNode, file: string): NewNode {
  const value = reader(raw)
  // A node without a name is called by its id, as every graph program shows it.
  const name = nameOf(value('label') || raw.id, file)
  const where = `the entity “${short(name)}”`
  const type = value('type').trim()
  const known = types[type.toLowerCase()]
  const aliases = linesOf(value('aliases')).map((alias) => nameOf(alias, file))
  const description = value('description')
  if (aliases.length > mostAliases || description.length > mostDescription)
    throw refused(file, `${where} has more words than a case can hold`)
  return {
    id: ownId(raw.id),
    name,
    type: type === '' ? 'other' : (known ?? nameOf(type, file)),
    look: typeLook(value),
    aliases,
    description,
    ...periodOf(value, where, file),
    place: placeOf(value, where, file),
    pinned: isTrue(value('pinned')),
    hidden: isTrue(value('hidden')),
    group: linesOf(value('group')).map((group) => nameOf(group, file)),
  }
}

function soundEdge(raw: RawEdge, places: Map<string, number>, file: string, nodesFile: string): NewEdge {
  const value = reader(raw)
  // For Gephi, the type of a relation is whether it has a direction.
  const type = value('type').replace(/^(?:un)?directed$/iu, '')
  const kind = nameOf(value('label') || type || 'related to', file)
  const end = (id: string) => {
    const place = places.get(id)
    if (place !== undefined) return place
    const where = nodesFile === file ? 'it' : `“${nodesFile}”`
    throw refused(file, `a relation (${short(kind)}) leads to “${short(id)}”, which is no entity in ${where}`)
  }
  const basis = bases.find((each) => each === value('basis')) ?? 'assumed'
  const where = `a relation (${short(kind)})`
  const ends = { from: end(raw.source), to: end(raw.target) }
  return { id: ownId(raw.id), ...ends, kind, look: kindLook(value), basis, ...periodOf(value, where, file) }
}

/** Null where the file says nothing that can be drawn: a look is no reason to refuse what it says. */
function typeLook(value: Read): TypeLook | null {
  const look = { shape: value('typeShape'), icon: value('typeIcon'), color: Number(value('typeColor')) }
  return TypeLook.safeParse(look).data ?? null
}

function kindLook(value: Read): KindLook | null {
  const [color, line, bothWays] = [value('kindColor'), value('kindLine'), value('kindBothWays')]
  if (color + line + bothWays === '') return null
  const look = { color: Number(color), line: line || 'plain', arrow: !isTrue(bothWays) }
  return KindLook.safeParse(look).data ?? null
}

type Read = (field: string) => string
const reader =
  ({ values }: RawNode): Read =>
  (field) => {
    const own = values.get(field.toLowerCase())
    if (own !== undefined) return own
    const other = otherNames[field]?.find((name) => values.has(name))
    return other === undefined ? '' : (values.get(other) ?? '')
  }

function nameOf(words: string, file: string): string {
  const name = Name.safeParse(words)
  if (name.success) return name.data
  if (words.trim() === '') throw refused(file, 'a name in it is empty')
  throw refused(file, `a name in it has more than 200 characters: “${words.slice(0, 30).toWellFormed()}…”`)
}

function periodOf(value: Read, where: string, file: string): Period {
  const date = (field: string) => {
    // Programs that know times only write midnight.
    const on = value(field)
      .trim()
      .replace(/T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/u, '')
    const trouble = PartialDate.safeParse(on).error?.issues[0]?.message
    if (trouble) throw refused(file, `${where} has the date “${short(on)}”. ${trouble.replace(/\.$/u, '')}`)
    return on
  }
  const how = (field: string): DateHow => dateHows.find((word) => word === value(field)) ?? 'on'
  const period = {
    ...{ startOn: date('startOn'), startHow: how('startHow') },
    ...{ endOn: date('endOn'), endHow: how('endHow') },
  }
  if (endsBeforeItStarts(period))
    throw refused(file, `${where} ends (${period.endOn}) before it starts (${period.startOn})`)
  return period
}

/** Model units; the board reaches a million to each side. */
function placeOf(value: Read, where: string, file: string): NewNode['place'] {
  const [x, y] = [value('x').trim(), value('y').trim()]
  if (x === '' && y === '') return null
  const [left, top] = [Number(x || 'none'), Number(y || 'none')]
  if (!Number.isFinite(left) || !Number.isFinite(top))
    throw refused(file, `${where} stands at no place: x is “${short(x)}”, y is “${short(y)}”`)
  if (Math.abs(left) > 1e6 || Math.abs(top) > 1e6)
    throw refused(file, `${where} stands too far out: the board reaches a million to each side`)
  // As rows keep places.
  return { x: toHundredth(left), y: toHundredth(top) }
}
const toHundredth = (value: number) => Math.round(value * 100) / 100 || 0

const linesOf = (words: string) => words.split('\n').filter((line) => line.trim() !== '')
const isTrue = (word: string) => /^(?:true|1|yes)$/iu.test(word)
const short = (words: string) => {
  const line = words.slice(0, 60).toWellFormed()
  return words.length > 60 ? `${line}…` : line
}

/** Other programs' ids are of other kinds; ours are kept, so that a network can go out and come back. */
const ownId = (id: string) => (Id.safeParse(id).success && id === id.toLowerCase() ? id : null)

/** Says what stays behind: counts and words of passages, and fields that a case has no room for. */
function left({ nodes, edges }: RawNetwork): string[] {
  const notices: string[] = []
  const known = new Set(
    [...Object.keys(nodeFields), ...Object.keys(edgeFields)]
      .flatMap((field) => [field, ...(otherNames[field] ?? [])])
      .map((name) => name.toLowerCase()),
  )
  const all = new Set([...nodes, ...edges].flatMap(({ values }) => [...values.keys()]))
  const ofArticles = fieldsOfArticles.filter((field) => all.has(field))
  if (ofArticles.length > 0)
    notices.push(
      'Passages and their counts stay behind: they belong to articles, which the file does not hold.',
    )
  const unknown = [...all].filter((name) => !known.has(name)).sort()
  if (unknown.length > 0) {
    const some = unknown.slice(0, 8).map((name) => `“${short(name)}”`)
    const more = unknown.length > some.length ? ` and ${unknown.length - some.length} more` : ''
    notices.push(
      `${counted(unknown.length, 'field')} that a case has no place for ${unknown.length === 1 ? 'stays' : 'stay'} behind: ${some.join(', ')}${more}.`,
    )
  }
  const baseless = edges.filter(({ values }) => !values.has('basis')).length
  if (baseless > 0) notices.push(`${counted(baseless, 'relation')} without a basis will count as assumed.`)
  return notices
}
