import type { EntityTypeRow } from '../../../preload/contract/board.ts'
import type { Period } from '../../../preload/contract/dates.ts'
import { bestGrade, type Grade, gradeOf, gradeText } from '../../../preload/contract/grade.ts'
import { onOneLine } from '../../../preload/contract/line.ts'
import type { KindLook } from '../../../preload/contract/looks.ts'
import type { Basis } from '../../../preload/contract/network.ts'
import type { EdgeField, NodeField } from '../../../preload/contract/network-fields.ts'
import type { ReadCase } from '../../case-file/handle.ts'
import { allKinds, allTypes } from '../../case-file/looks.ts'
import {
  allEntities,
  allEvidence,
  allGroups,
  articlesById,
  type EvidenceWords,
  mentionCounts,
} from '../../case-file/network-rows.ts'
import { allRelations } from '../../case-file/relations.ts'

/** The whole network as it is exchanged: what every format is written from. In the order of ids, which is that of making. */
export interface NetworkGraph {
  name: string
  nodes: GraphNode[]
  edges: GraphEdge[]
}

export interface GraphNode extends Period {
  id: string
  name: string
  type: string
  /** How its type is drawn, where that is one's own. */
  look: Pick<EntityTypeRow, 'shape' | 'icon' | 'color'> | null
  aliases: string[]
  description: string
  x: number
  y: number
  pinned: boolean
  hidden: boolean
  /** The names of the groups it is in, the outermost first. */
  group: string[]
  mentions: number
  createdAt: string
}

export interface GraphEdge extends Period {
  id: string
  from: string
  to: string
  kind: string
  /** How its kind is drawn, where somebody has said so. */
  look: KindLook | null
  basis: Basis
  supports: number
  contradicts: number
  best: Grade | null
  evidence: { stance: EvidenceWords['stance']; quote: string; grade: string; article: string }[]
  createdAt: string
}

/** Reads the network out of a case: with what rests on articles, or only what can come back into a case. */
export function networkGraph(db: ReadCase, name: string, withEvidence: boolean): NetworkGraph {
  const mentions = withEvidence ? mentionCounts(db) : new Map<string, number>()
  const evidence = Map.groupBy(withEvidence ? allEvidence(db) : [], (row) => row.relationId)
  const articles = articlesById(db)
  const pathOf = groupPaths(db)
  const types = new Map(allTypes(db).map((type) => [type.name, type]))
  const kinds = new Map(
    allKinds(db).map(({ name, color, line, directed }) => [name, { color, line, arrow: directed === 1 }]),
  )
  const counted = (rows: EvidenceWords[]) => {
    const supporting = rows.filter((row) => row.stance === 'supports')
    const gradeIn = (row: EvidenceWords) => gradeOf(row, articles.get(row.articleId))
    return {
      supports: supporting.length,
      contradicts: rows.length - supporting.length,
      best: bestGrade(supporting.map(gradeIn)),
      evidence: rows.map((row) => ({
        stance: row.stance,
        quote: onOneLine(row.quote),
        grade: gradeText(gradeIn(row)),
        article: onOneLine(articles.get(row.articleId)?.title ?? ''),
      })),
    }
  }
  return {
    name: onOneLine(name),
    nodes: allEntities(db).map(({ groupId, pinned, hidden, ...row }) => ({
      ...row,
      name: onOneLine(row.name),
      look: types.get(row.type) ?? null,
      aliases: row.aliases.split('\n').map(onOneLine).filter(Boolean),
      pinned: pinned === 1,
      hidden: hidden === 1,
      group: groupId ? pathOf(groupId) : [],
      mentions: mentions.get(row.id) ?? 0,
    })),
    edges: allRelations(db).map(({ fromId, toId, ...row }) => ({
      ...row,
      ...{ from: fromId, to: toId, kind: onOneLine(row.kind) },
      look: kinds.get(row.kind) ?? null,
      ...counted(evidence.get(row.id) ?? []),
    })),
  }
}

/** A case from elsewhere can hold a circle of groups: there the path ends. */
function groupPaths(db: ReadCase): (id: string) => string[] {
  const groups = new Map(allGroups(db).map((group) => [group.id, group]))
  return (id) => {
    const path: string[] = []
    const seen = new Set<string>()
    for (let at = groups.get(id); at && !seen.has(at.id); at = groups.get(at.parentId ?? '')) {
      seen.add(at.id)
      path.unshift(onOneLine(at.name))
    }
    return path
  }
}

export type FieldValue = string | number | boolean
type Values<Field extends string> = Partial<Record<Field, FieldValue>>

/** What a node is said to have, by the names of `nodeFields`; what is empty or as usual is left out. */
export function nodeValues(node: GraphNode): Values<NodeField> {
  return sparse({
    label: node.name,
    type: node.type,
    ...(node.look && { typeShape: node.look.shape, typeIcon: node.look.icon, typeColor: node.look.color }),
    aliases: node.aliases.join('\n'),
    description: node.description,
    ...periodValues(node),
    x: node.x,
    y: node.y,
    pinned: node.pinned,
    hidden: node.hidden,
    group: node.group.join('\n'),
    ...(node.mentions > 0 ? { mentions: node.mentions } : {}),
  })
}

export function edgeValues(edge: GraphEdge): Values<EdgeField> {
  return sparse({
    label: edge.kind,
    basis: edge.basis,
    ...(edge.look && kindValues(edge.look)),
    ...periodValues(edge),
    ...(edge.supports > 0 ? { supports: edge.supports } : {}),
    ...(edge.contradicts > 0 ? { contradicts: edge.contradicts } : {}),
    grade: edge.best ? gradeText(edge.best) : '',
    evidence: edge.evidence.map(evidenceLine).join('\n'),
  })
}

/** What is drawn as every kind is, is left out. */
const kindValues = ({ color, line, arrow }: KindLook) => ({
  ...(color > 0 ? { kindColor: color } : {}),
  kindLine: line === 'plain' ? '' : line,
  kindBothWays: !arrow,
})

/** "for, B2: “The group claimed it.” (Title)" */
function evidenceLine({ stance, quote, grade, article }: GraphEdge['evidence'][number]): string {
  const side = stance === 'supports' ? 'for' : 'against'
  return `${grade ? `${side}, ${grade}` : side}: “${quote}” (${article})`
}

/** "on" is what is meant where nothing is said. */
const periodValues = ({ startOn, startHow, endOn, endHow }: Period) => ({
  startOn,
  startHow: startHow === 'on' ? '' : startHow,
  endOn,
  endHow: endHow === 'on' ? '' : endHow,
})

const sparse = <Field extends string>(values: Values<Field>): Values<Field> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== false && value !== undefined),
  ) as Values<Field>
