import { createHash } from 'node:crypto'
import type { EntityType } from '../../../preload/contract/network.ts'
import { boundsOf } from './bounds.ts'
import { edgeValues, type GraphEdge, type GraphNode, type NetworkGraph, nodeValues } from './graph.ts'

/** What each type is there. Types of one's own are identities too; each object's label says which. */
const classes: Record<EntityType, { type: string; identity_class?: string }> = {
  person: { type: 'identity', identity_class: 'individual' },
  organisation: { type: 'identity', identity_class: 'organization' },
  group: { type: 'identity', identity_class: 'group' },
  state: { type: 'location' },
  place: { type: 'location' },
  facility: { type: 'location' },
  event: { type: 'incident' },
  document: { type: 'identity', identity_class: 'unknown' },
  other: { type: 'identity', identity_class: 'unknown' },
}
/** When what the bundle says of Ligature itself was first written. */
const sinceEver = '2024-01-01T00:00:00.000Z'

/**
 * The network as a bundle of STIX 2.1 (OASIS, https://docs.oasis-open.org/cti/stix/v2.1). What it has no property for stands in
 * an extension that the bundle defines; passages are external references, and the best credibility is the confidence as its
 * Appendix A says. Its ids must not be of our version of UUID, so each is derived from ours (RFC 9562, version 5).
 */
export function networkAsStix({ nodes, edges }: NetworkGraph): string {
  const maker = idOf('identity', 'ligature')
  const extension = idOf('extension-definition', 'network')
  const common = { spec_version: '2.1', created_by_ref: maker }
  const head = [
    {
      ...{ type: 'identity', spec_version: '2.1', id: maker, created: sinceEver, modified: sinceEver },
      ...{ name: 'Ligature', identity_class: 'system' },
    },
    {
      ...{ type: 'extension-definition', ...common, id: extension, created: sinceEver, modified: sinceEver },
      name: 'Ligature network',
      description:
        'What an analyst said of an entity or a relation: names, dates as they are meant, place on the board, and what it rests on.',
      schema:
        'Properties are strings, numbers or booleans. start_on and end_on are YYYY, YYYY-MM or YYYY-MM-DD; start_how and end_how are on, around, before, after or by; place_x and place_y are pixels, y growing downwards; basis is stated, inferred or assumed; grade is of the Admiralty code.',
      version: '1.0.0',
      extension_types: ['property-extension'],
    },
  ]
  const refs = new Map(nodes.map((node) => [node.id, idOf(classOf(node).type, node.id)]))
  const times = (created: string) => ({ created: timestamp(created), modified: timestamp(created) })
  const extended = (values: object) => ({
    extensions: { [extension]: { extension_type: 'property-extension', ...snakeCase(values) } },
  })
  const things = nodes.map((node) => {
    const { type, identity_class } = classOf(node)
    const { label: _label, description: _description, ...values } = nodeValues(node)
    return {
      ...{ type, ...common, id: refs.get(node.id), ...times(node.createdAt), name: node.name },
      ...(node.description ? { description: node.description } : {}),
      ...(identity_class ? { identity_class } : {}),
      // A location needs a region, a country's code or coordinates, and all that is known is its name.
      ...(type === 'location' ? { region: node.name } : {}),
      labels: [node.type],
      ...extended(values),
    }
  })
  const relations = edges.map((edge) => {
    const { label: kind, evidence: _, ...values } = edgeValues(edge)
    return {
      ...{ type: 'relationship', ...common, id: idOf('relationship', edge.id), ...times(edge.createdAt) },
      relationship_type: slug(edge.kind),
      ...{ source_ref: refs.get(edge.from), target_ref: refs.get(edge.to), ...held(edge) },
      ...confidence(edge),
      ...references(edge),
      ...extended({ kind, ...values }),
    }
  })
  const objects = [...head, ...things, ...relations]
  const bundle = idOf('bundle', objects.map((object) => object.id).join())
  const lines = objects.map((object) => `    ${JSON.stringify(object)}`).join(',\n')
  return `{\n  "type": "bundle",\n  "id": "${bundle}",\n  "objects": [\n${lines}\n  ]\n}\n`
}

/** Its names are of at least three small letters, digits and low lines. */
const snakeCase = (values: object) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.length === 1 ? `place_${name}` : name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )

const classOf = (node: GraphNode) =>
  Object.hasOwn(classes, node.type) ? classes[node.type as EntityType] : classes.other

/** A name-based UUID in a space of our own: the same each time. */
function idOf(type: string, name: string): string {
  const space = Buffer.from('8f3a1c5e0b7d4e6f9a2b3c4d5e6f7081', 'hex')
  const hash = createHash('sha1').update(space).update(`${type}:${name}`).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A case from elsewhere can hold anything for a time. */
function timestamp(time: string): string {
  const at = new Date(time)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 0
    ? sinceEver
    : at.toISOString()
}

/** Its kinds are of a to z, digits and hyphens; one of another script is "related-to", and stands in the extension. */
const slug = (kind: string): string =>
  kind
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '') || 'related-to'

/** `stop_time` must be later than `start_time`: what held for a day ends as the next begins. */
function held(edge: GraphEdge): { start_time?: string; stop_time?: string } {
  const { first, last } = boundsOf(edge)
  const next = last === null ? null : new Date(`${last}T00:00:00Z`)
  next?.setUTCDate(next.getUTCDate() + 1)
  // The year 10000 has no such timestamp.
  const stop = next && next.getUTCFullYear() < 10_000 ? next.toISOString() : null
  return {
    ...(first ? { start_time: `${first}T00:00:00.000Z` } : {}),
    ...(stop ? { stop_time: stop } : {}),
  }
}

/** Appendix A, Admiralty credibility; 6 is "cannot be judged", which has no number. */
const confidences: Record<string, number> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10 }
const confidence = ({ best }: GraphEdge) => {
  const number = confidences[best?.credibility ?? '']
  return number === undefined ? {} : { confidence: number }
}

const references = ({ evidence }: GraphEdge) =>
  evidence.length === 0
    ? {}
    : {
        external_references: evidence.map(({ stance, quote, grade, article }) => ({
          // These two names are kept for catalogues of weaknesses.
          source_name: /^(cve|capec)$/u.test(article) ? `“${article}”` : article || 'Article',
          description: `${stance === 'supports' ? 'For' : 'Against'}${grade ? `, ${grade}` : ''}: “${quote}”`,
        })),
      }
