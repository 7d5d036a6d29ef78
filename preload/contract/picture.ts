import { z } from 'zod'
import { call, Id, Name } from './call.ts'
import { PartialDate } from './dates.ts'
import { credibilities, reliabilities } from './grade.ts'
import { bases, Coordinate } from './network.ts'

/** What of the network is shown. An empty list or word asks for nothing, so all of it pass. */
export const BoardFilter = z.object({
  text: z.string().max(200),
  types: z.array(Name).max(200),
  kinds: z.array(Name).max(500),
  bases: z.array(z.enum(bases)).max(3),
  tagIds: z.array(Id).max(500),
  articleIds: z.array(Id).max(500),
  /** Only what happened or held at some time from here to there. */
  from: PartialDate,
  to: PartialDate,
  /** The lowest best grade a relation may have. */
  reliability: z.enum(reliabilities),
  credibility: z.enum(credibilities),
})
export type BoardFilter = z.infer<typeof BoardFilter>

const Place = z.object({ x: Coordinate, y: Coordinate })

/** What `BoardViewRow.state` holds as JSON. */
export const ViewState = z.object({
  places: z.array(z.object({ entityId: Id, x: Coordinate, y: Coordinate, hidden: z.boolean() })).max(50_000),
  zoom: z.number().min(0.01).max(10),
  /** Where the model's origin is in the window, in CSS pixels from the board's corner. */
  pan: Place,
  filter: BoardFilter,
})
export type ViewState = z.infer<typeof ViewState>

const EntityIds = z.array(Id).max(50_000)

export const pictureCalls = {
  /** Pin entities, so that no layout moves them, or let them go. */
  'entity.pin': call(z.object({ entityIds: EntityIds.min(1), isPinned: z.boolean() })).answers<void>(),
  /** Take entities out of the picture, or show them again. They stay in the case. */
  'entity.hide': call(z.object({ entityIds: EntityIds.min(1), isHidden: z.boolean() })).answers<void>(),
  /** Draw entities and groups in one frame under a name. */
  'group.make': call(
    z.object({ name: Name, entityIds: EntityIds, groupIds: z.array(Id).max(1000) }),
  ).answers<{ groupId: string }>(),
  /** Change a group's name. */
  'group.rename': call(z.object({ groupId: Id, name: Name })).answers<void>(),
  /** Show a group as one node, or all that is in it. */
  'group.fold': call(z.object({ groupId: Id, isCollapsed: z.boolean() })).answers<void>(),
  /** Put entities and groups into a group, or out of every one. */
  'group.put': call(
    z.object({ entityIds: EntityIds, groupIds: z.array(Id).max(1000), into: Id.nullable() }),
  ).answers<void>(),
  /** Take a group's frame away. What was in it stays where it is. */
  'group.remove': call(z.object({ groupId: Id })).answers<void>(),
  /** Keep the picture under a name: where everything stands, what is hidden, the filter and the view. */
  'view.keep': call(
    z.object({ name: Name, zoom: ViewState.shape.zoom, pan: Place, filter: BoardFilter }),
  ).answers<{ viewId: string }>(),
  /** Put everything where a kept picture has it. What was added since stays where it is. */
  'view.open': call(z.object({ viewId: Id })).answers<void>(),
  /** Change the name of a kept picture. */
  'view.rename': call(z.object({ viewId: Id, name: Name })).answers<void>(),
  /** Forget a kept picture. */
  'view.remove': call(z.object({ viewId: Id })).answers<void>(),
}
