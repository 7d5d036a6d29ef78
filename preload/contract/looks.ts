import { z } from 'zod'
import { call, Id, Name } from './call.ts'

/** The shapes of Cytoscape that a type can have: apart at a glance, and with room for an icon. */
export const shapes = [
  'ellipse',
  'rectangle',
  'round-rectangle',
  'hexagon',
  'round-octagon',
  'round-diamond',
  'round-triangle',
  'round-tag',
  'barrel',
  'round-pentagon',
  'vee',
  'star',
] as const
export type Shape = (typeof shapes)[number]

/** Names of lucide icons that a type can have: each is bundled, so the set is chosen. */
export const typeIcons = [
  'anchor',
  'banknote',
  'book-open',
  'boxes',
  'briefcase',
  'car',
  'coins',
  'cpu',
  'crosshair',
  'drone',
  'factory',
  'flag',
  'flask-conical',
  'fuel',
  'gavel',
  'globe',
  'handshake',
  'heart-pulse',
  'key-round',
  'landmark',
  'link',
  'mail',
  'megaphone',
  'newspaper',
  'pickaxe',
  'plane',
  'radio-tower',
  'rocket',
  'satellite',
  'scale',
  'school',
  'shield',
  'ship',
  'smartphone',
  'swords',
  'tag',
  'train-front',
  'truck',
  'users',
  'wallet',
  'wheat',
  'zap',
] as const

export const kindLines = ['plain', 'thick', 'double'] as const

/** How a type of one's own is drawn. */
export const TypeLook = z.object({
  shape: z.enum(shapes),
  icon: z.enum(typeIcons),
  color: z.int().min(1).max(8),
})
export type TypeLook = z.infer<typeof TypeLook>

/** How relations of a kind are drawn. `color` 0 is the plain one; without an `arrow` it goes both ways. */
export const KindLook = z.object({
  color: z.int().min(0).max(8),
  line: z.enum(kindLines),
  arrow: z.boolean(),
})
export type KindLook = z.infer<typeof KindLook>

export const lookCalls = {
  /** Make a type of entity of one's own. */
  'type.make': call(z.object({ name: Name, ...TypeLook.shape })).answers<{ typeId: string }>(),
  /** Change how an own type looks, or its name: its entities have it under the new one. */
  'type.edit': call(z.object({ typeId: Id, name: Name, ...TypeLook.shape })).answers<void>(),
  /** Delete an own type. Its entities become of type "other". */
  'type.remove': call(z.object({ typeId: Id })).answers<void>(),
  /**
   * Say how relations of a kind are drawn, and what the kind is called, everywhere in one step. Where a kind has the new name
   * already, the two become one.
   */
  'kind.edit': call(z.object({ kind: Name, name: Name, ...KindLook.shape })).answers<void>(),
  /** Forget how a kind is drawn. Its relations stay, drawn plainly. */
  'kind.remove': call(z.object({ kind: Name })).answers<void>(),
}
