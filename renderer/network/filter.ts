import type { EntityRow, RelationRow } from '../../preload/contract/network.ts'
import type { BoardFilter } from '../../preload/contract/picture.ts'
import { evidenceByRelation, mentionsByEntity } from '../state/select.ts'
import type { Rows } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { daysOf, meets, type Span, spanOf } from './dates-span.ts'
import { neighbourhood } from './paths.ts'
import { supportOf } from './support.ts'

export const noFilter: BoardFilter = {
  text: '',
  types: [],
  kinds: [],
  bases: [],
  tagIds: [],
  articleIds: [],
  from: '',
  to: '',
  reliability: '',
  credibility: '',
}

export const isFiltering = (filter: BoardFilter): boolean =>
  Object.values(filter).some((value) => value.length > 0)

/** Only what is so many steps from these. */
export interface Around {
  ids: readonly string[]
  steps: number
}

/** The ids of what the picture shows. */
export interface Shown {
  entities: ReadonlySet<string>
  relations: ReadonlySet<string>
}

/**
 * What passes the filter. What is asked of relations alone (kind, basis, grade) shows the relations that pass with both their
 * ends; article, tag and time are asked of either; type and words of entities, and the words of a relation's kind too.
 */
export function shownBy(rows: Rows, filter: BoardFilter, around: Around | null): Shown {
  const passes = new Passes(rows, filter)
  const isOpen = (id: string) => {
    const row = rows.entity.get(id)
    return row !== undefined && row.hidden === 0 && passes.type(row)
  }
  const entities = new Set<string>()
  if (!passes.asksOfRelations)
    for (const row of rows.entity.values()) if (isOpen(row.id) && passes.entity(row)) entities.add(row.id)
  const found: RelationRow[] = []
  for (const row of rows.relation.values())
    if (isOpen(row.fromId) && isOpen(row.toId) && passes.relation(row, entities)) found.push(row)
  for (const { fromId, toId } of found) entities.add(fromId).add(toId)
  if (!around) return { entities, relations: new Set(found.map(({ id }) => id)) }
  const near = neighbourhood(found, around.ids, around.steps)
  return {
    entities: new Set([...entities].filter((id) => near.has(id))),
    relations: new Set(found.filter((row) => near.has(row.fromId) && near.has(row.toId)).map(({ id }) => id)),
  }
}

class Passes {
  readonly asksOfRelations: boolean
  private readonly rows: Rows
  private readonly filter: BoardFilter
  private readonly words: string
  private readonly types: Set<string>
  private readonly kinds: Set<string>
  private readonly time: Span | null
  private readonly tagged: Set<string> | null
  private readonly articles: Set<string> | null

  constructor(rows: Rows, filter: BoardFilter) {
    this.rows = rows
    this.filter = filter
    this.words = filter.text.trim().toLowerCase()
    this.types = new Set(filter.types)
    this.kinds = new Set(filter.kinds)
    this.time = timeOf(filter)
    const { tagIds, articleIds } = filter
    this.tagged =
      tagIds.length === 0
        ? null
        : new Set(
            [...rows.tagging.values()]
              .filter(({ tagId }) => tagIds.includes(tagId))
              .map(({ annotationId }) => annotationId),
          )
    this.articles = articleIds.length === 0 ? null : new Set(articleIds)
    this.asksOfRelations =
      filter.kinds.length + filter.bases.length > 0 || filter.reliability !== '' || filter.credibility !== ''
  }

  type(row: EntityRow): boolean {
    // One of a type that the case does not know is drawn, and so asked for, as "other".
    return this.types.size === 0 || this.types.has(lookOf(row.type, this.rows).type)
  }

  entity(row: EntityRow): boolean {
    if (this.words && !`${row.name}\n${row.aliases}\n${row.description}`.toLowerCase().includes(this.words))
      return false
    if (!this.isInTime(spanOf(row))) return false
    return this.passages(
      mentionsByEntity(this.rows)
        .get(row.id)
        ?.map(({ id }) => id) ?? [],
    )
  }

  relation(row: RelationRow, entities: ReadonlySet<string>): boolean {
    const { bases } = this.filter
    if (this.kinds.size > 0 && !this.kinds.has(row.kind)) return false
    if (bases.length > 0 && !bases.includes(row.basis)) return false
    if (!this.isInTime(spanOf(row))) return false
    if (this.words && !row.kind.toLowerCase().includes(this.words)) {
      const isBetweenFound = this.asksOfRelations
        ? [row.fromId, row.toId].some((id) => this.names(id))
        : entities.has(row.fromId) && entities.has(row.toId)
      if (!isBetweenFound) return false
    }
    const evidence = evidenceByRelation(this.rows).get(row.id) ?? []
    if (!this.isGraded(row.id)) return false
    return this.passages(evidence.map(({ annotationId }) => annotationId))
  }

  private names(id: string): boolean {
    const row = this.rows.entity.get(id)
    return row !== undefined && `${row.name}\n${row.aliases}`.toLowerCase().includes(this.words)
  }

  private isInTime(span: Span | null): boolean {
    return this.time === null || (span !== null && meets(span, this.time))
  }

  private passages(annotationIds: string[]): boolean {
    const { tagged, articles } = this
    if (tagged && !annotationIds.some((id) => tagged.has(id))) return false
    return (
      !articles || annotationIds.some((id) => articles.has(this.rows.annotation.get(id)?.articleId ?? ''))
    )
  }

  /** A relation is as good as the best grade that its line shows; what was not said counts as what cannot be judged. */
  private isGraded(relationId: string): boolean {
    const { reliability, credibility } = this.filter
    if (!reliability && !credibility) return true
    const { for: supporting, best } = supportOf(relationId, this.rows)
    return (
      supporting > 0 &&
      (best?.reliability || 'F') <= (reliability || 'F') &&
      (best?.credibility || '6') <= (credibility || '6')
    )
  }
}

function timeOf({ from, to }: BoardFilter): Span | null {
  if (!from && !to) return null
  return { from: daysOf(from)?.from ?? -Infinity, to: daysOf(to)?.to ?? Infinity }
}
