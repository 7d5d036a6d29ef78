import { type DateHow, PartialDate, periodInWords } from '../../../preload/contract/dates.ts'
import type { EntityType } from '../../../preload/contract/network.ts'
import { edgeValues, type GraphEdge, type GraphNode, type NetworkGraph } from './graph.ts'

const schemata: Record<EntityType, string> = {
  person: 'Person',
  organisation: 'Organization',
  group: 'Organization',
  state: 'PublicBody',
  place: 'Address',
  facility: 'Address',
  event: 'Event',
  document: 'Document',
  other: 'Asset',
}
const organizations: readonly string[] = ['Organization', 'PublicBody']
const legal: readonly string[] = ['Person', ...organizations]

/** A relation as one of its kinds, where both ends are what that kind joins. */
interface Link {
  schema: string
  from: string
  to: string
  mayJoin(from: string, to: string): boolean
}
const toOrganization = (from: string, to: string) => legal.includes(from) && organizations.includes(to)
const betweenLegal = (from: string, to: string) => legal.includes(from) && legal.includes(to)
const links: Record<string, Link> = {
  'member of': { schema: 'Membership', from: 'member', to: 'organization', mayJoin: toOrganization },
  leads: { schema: 'Directorship', from: 'director', to: 'organization', mayJoin: toOrganization },
  commands: { schema: 'Directorship', from: 'director', to: 'organization', mayJoin: toOrganization },
  succeeded: { schema: 'Succession', from: 'successor', to: 'predecessor', mayJoin: betweenLegal },
  financed: { schema: 'Payment', from: 'payer', to: 'beneficiary', mayJoin: betweenLegal },
}
const anyLink: Link = { schema: 'UnknownLink', from: 'subject', to: 'object', mayJoin: () => true }

/**
 * The network in the model of FollowTheMoney (https://followthemoney.tech): JSON, one entity a line, and a relation is an
 * entity too. It has no places on a board; types and kinds of one's own stand in words.
 */
export function networkAsFollowTheMoney({ nodes, edges }: NetworkGraph): string {
  const schemaOf = new Map(nodes.map((node) => [node.id, schemaOfType(node.type)]))
  const entities = nodes.map((node) => ({
    id: node.id,
    schema: schemaOfType(node.type),
    properties: filled(propertiesOf(node)),
  }))
  const relations = edges.map((edge) => {
    const [from = '', to = ''] = [schemaOf.get(edge.from), schemaOf.get(edge.to)]
    const special = Object.hasOwn(links, edge.kind) ? links[edge.kind] : undefined
    const link = special?.mayJoin(from, to) ? special : anyLink
    return {
      id: edge.id,
      schema: link.schema,
      properties: filled({ [link.from]: [edge.from], [link.to]: [edge.to], ...saidOf(edge, link) }),
    }
  })
  return [...entities, ...relations].map((entity) => `${JSON.stringify(entity)}\n`).join('')
}

const schemaOfType = (type: string) =>
  Object.hasOwn(schemata, type) ? schemata[type as EntityType] : schemata.other

function propertiesOf(node: GraphNode): Record<string, string[]> {
  const schema = schemaOfType(node.type)
  const start = dates(node.startOn, node.startHow)
  const end = dates(node.endOn, node.endHow)
  return {
    name: [node.name],
    alias: node.aliases,
    description: [node.description],
    keywords: [node.type],
    summary: [periodInWords(node)],
    ...(schema === 'Address' ? { full: [node.name] } : {}),
    ...(schema === 'Document' ? { fileName: [node.name], date: start } : {}),
    ...(schema === 'Person' ? { birthDate: start, deathDate: end } : {}),
    ...(schema === 'Event' ? { startDate: start, endDate: end } : {}),
    ...(organizations.includes(schema) ? { incorporationDate: start, dissolutionDate: end } : {}),
  }
}

function saidOf(edge: GraphEdge, link: Link): Record<string, string[]> {
  const { evidence } = edgeValues(edge)
  return {
    // A payment has a purpose, and no role.
    ...(link.schema === 'Payment' ? { purpose: [edge.kind] } : { role: [edge.kind] }),
    startDate: dates(edge.startOn, edge.startHow),
    endDate: dates(edge.endOn, edge.endHow),
    summary: [[edge.basis, periodInWords(edge)].filter(Boolean).join(', ')],
    description: evidence ? [String(evidence)] : [],
    publisher: [...new Set(edge.evidence.map(({ article }) => article))],
  }
}

/** Its dates are ours, but without around, before or after, which the summary says. A case from elsewhere can hold what is none. */
const dates = (date: string, how: DateHow) =>
  how === 'on' && date !== '' && PartialDate.safeParse(date).success ? [date] : []

const filled = (properties: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(properties)
      .map(([name, values]) => [name, values.filter((value) => value !== '')] as const)
      .filter(([, values]) => values.length > 0),
  )
