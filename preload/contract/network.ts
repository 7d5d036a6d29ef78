import { z } from 'zod'
import { Passage } from './annotate.ts'
import { call, Id, Name } from './call.ts'
import { type DateHow, PeriodFields } from './dates.ts'
import { Credibility, Reliability } from './grade.ts'

/** The types that are there from the start, by the keys they are kept under. */
export const entityTypes = [
  'person',
  'organisation',
  'group',
  'state',
  'place',
  'facility',
  'event',
  'document',
  'other',
] as const
export type EntityType = (typeof entityTypes)[number]

/** Relation kinds offered before an analyst has made any of their own. */
export const commonKinds = [
  'member of',
  'leads',
  'commands',
  'succeeded',
  'attacked',
  'claimed',
  'recruits from',
  'allied with',
  'supports',
  'opposes',
  'backs',
  'located in',
  'part of',
  'met',
  'financed',
] as const

export interface EntityRow {
  id: string
  name: string
  /** One of `entityTypes`, or the name of a type of the analyst's own (EntityTypeRow). */
  type: string
  /** Other names, one a line, in the order they were given. */
  aliases: string
  description: string
  /** Its place on the network, in model units (CSS pixels at zoom 1). */
  x: number
  y: number
  createdAt: string
  /** When it began and ended, or happened: `YYYY[-MM[-DD]]` or empty, and how that is meant. */
  startOn: string
  startHow: DateHow
  endOn: string
  endHow: DateHow
  /** 1 where no layout may move it. */
  pinned: 0 | 1
  /** 1 where the board does not show it. */
  hidden: 0 | 1
  groupId: string | null
}

/** `stated`: the text says so. `inferred`: the analyst concludes it. `assumed`: taken as given for now. */
export const bases = ['stated', 'inferred', 'assumed'] as const
export type Basis = (typeof bases)[number]

/** A directed edge: `fromId` does `kind` to `toId`. */
export interface RelationRow {
  id: string
  fromId: string
  toId: string
  kind: string
  basis: Basis
  /** When it happened or held: `YYYY[-MM[-DD]]` or empty. */
  startOn: string
  endOn: string
  createdAt: string
  startHow: DateHow
  endHow: DateHow
}

export const relationEnds = ['from', 'to'] as const
export type RelationEnd = (typeof relationEnds)[number]

export const stances = ['supports', 'contradicts'] as const
export type Stance = (typeof stances)[number]

/** A passage that a relation rests on, or that speaks against it. */
export interface EvidenceRow {
  id: string
  relationId: string
  annotationId: string
  stance: Stance
  /** Its own grade; empty where the article's holds. */
  reliability: Reliability
  credibility: Credibility
}

/** An entity that exists, or a new one by name and type. */
export const EntityChoice = z.union([z.object({ id: Id }), z.object({ name: Name, type: Name })])
export type EntityChoice = z.infer<typeof EntityChoice>

export const Coordinate = z.number().min(-1e6).max(1e6)

/** By hand, by a layout, or by one of the ways to bring nodes into line. */
export const moveReasons = ['drag', 'arrange', 'align', 'distribute', 'snap'] as const

export const networkCalls = {
  /** Mark a passage as naming an entity, known or new. */
  'mention.mark': call(z.object({ passage: Passage, entity: EntityChoice })).answers<{
    annotationId: string
    entityId: string
  }>(),
  /** Let a passage no longer name its entity. A passage that then carries nothing goes too. */
  'mention.unmark': call(z.object({ annotationId: Id })).answers<void>(),
  /** Change an entity's name, type, other names or description. */
  'entity.edit': call(
    z.object({
      entityId: Id,
      name: Name,
      type: Name,
      // Room for what merging puts together.
      aliases: z.array(Name).max(1000),
      description: z.string().max(200_000),
    }),
  ).answers<void>(),
  /** Say when an entity began and ended, or happened. */
  'entity.date': call(z.object({ entityId: Id, ...PeriodFields })).answers<void>(),
  /** Put entities where a person dragged or arranged them: one step for all. */
  'entity.move': call(
    z.object({
      moves: z
        .array(z.object({ entityId: Id, x: Coordinate, y: Coordinate }))
        .min(1)
        .max(50_000),
      reason: z.enum(moveReasons),
    }),
  ).answers<void>(),
  /**
   * Make two entities one: other names, mentions, relations and notes go over to the one kept. A relation between the two
   * becomes one to itself.
   */
  'entity.merge': call(z.object({ keptId: Id, goneId: Id })).answers<void>(),
  /** Make a new entity of an entity's chosen mentions, notes and ends of relations. One to itself has two ends to choose from. */
  'entity.split': call(
    z.object({
      entityId: Id,
      name: Name,
      type: Name,
      annotationIds: z.array(Id).max(50_000),
      ends: z.array(z.object({ relationId: Id, end: z.enum(relationEnds) })).max(100_000),
      noteIds: z.array(Id).max(50_000),
    }),
  ).answers<{ entityId: string }>(),
  /** Delete an entity, its relations and its notes. Passages keep their tags and notes. */
  'entity.remove': call(z.object({ entityId: Id })).answers<void>(),
  /** Relate two entities, known or new; a passage becomes the first evidence. */
  'relation.make': call(
    z.object({
      from: EntityChoice,
      kind: Name,
      to: EntityChoice,
      basis: z.enum(bases),
      ...PeriodFields,
      passage: Passage.nullable(),
    }),
  ).answers<{ relationId: string; annotationId: string | null }>(),
  /** Change a relation's kind, basis or dates. */
  'relation.edit': call(
    z.object({ relationId: Id, kind: Name, basis: z.enum(bases), ...PeriodFields }),
  ).answers<void>(),
  /** Turn a relation round: who becomes whom. */
  'relation.reverse': call(z.object({ relationId: Id })).answers<void>(),
  /** Delete a relation and its notes. The passages it rested on keep their tags, names and notes. */
  'relation.remove': call(z.object({ relationId: Id })).answers<void>(),
  /** Add a passage for or against a relation; the same passage again changes its stance. */
  'evidence.attach': call(z.object({ relationId: Id, passage: Passage, stance: z.enum(stances) })).answers<{
    evidenceId: string
    annotationId: string
  }>(),
  /** Grade what a passage says about a relation; empty where its article's grade holds. */
  'evidence.grade': call(
    z.object({ evidenceId: Id, reliability: Reliability, credibility: Credibility }),
  ).answers<void>(),
  /** Take a passage away from a relation. */
  'evidence.detach': call(z.object({ evidenceId: Id })).answers<void>(),
}
