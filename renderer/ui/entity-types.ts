import building from 'lucide-static/icons/building-2.svg?raw'
import circle from 'lucide-static/icons/circle-dot.svg?raw'
import factory from 'lucide-static/icons/factory.svg?raw'
import file from 'lucide-static/icons/file-text.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import pin from 'lucide-static/icons/map-pin.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import zap from 'lucide-static/icons/zap.svg?raw'
import type { EntityTypeRow } from '../../preload/contract/board.ts'
import { type Shape, shapes } from '../../preload/contract/looks.ts'
import { type EntityType, entityTypes } from '../../preload/contract/network.ts'
import { type Rows, useStore } from '../state/store.ts'
import { typeIconSources } from './type-icons.ts'

export interface Look {
  /** What `EntityRow.type` holds. */
  type: string
  /** Tells looks apart in the board's style: a built-in key, or the id of an own type, which needs no escaping there. */
  key: string
  label: string
  /** A Cytoscape node shape: type is told by shape and icon as well as by colour. */
  shape: Shape
  /** The name of its colour variable in tokens.css. */
  color: string
  icon: string
}

const builtIn = (type: EntityType, label: string, shape: Shape, icon: string): Look => ({
  ...{ type, key: type, label, shape, color: `--${type}`, icon },
})

const builtIns: Record<EntityType, Look> = {
  person: builtIn('person', 'person', 'ellipse', user),
  organisation: builtIn('organisation', 'organisation', 'round-rectangle', building),
  group: builtIn('group', 'armed group', 'hexagon', flag),
  state: builtIn('state', 'state', 'rectangle', landmark),
  place: builtIn('place', 'place', 'round-octagon', pin),
  facility: builtIn('facility', 'facility', 'barrel', factory),
  event: builtIn('event', 'event', 'round-diamond', zap),
  document: builtIn('document', 'document', 'round-tag', file),
  other: builtIn('other', 'other', 'ellipse', circle),
}

/** A case from elsewhere can name a shape, an icon or a colour that is not here. */
function ownLook(row: EntityTypeRow): Look {
  const icon = Object.hasOwn(typeIconSources, row.icon)
    ? typeIconSources[row.icon as keyof typeof typeIconSources]
    : circle
  const shape = shapes.find((each) => each === row.shape) ?? 'ellipse'
  return { type: row.name, key: row.id, label: row.name, shape, color: `--own-${row.color}`, icon }
}

let last: { table: Rows['entityType']; looks: Map<string, Look> } | undefined

/** How a type looks. One that the case does not know (any more) looks as "other". */
export function lookOf(type: string, rows: Pick<Rows, 'entityType'>): Look {
  if (Object.hasOwn(builtIns, type)) return builtIns[type as EntityType]
  if (last?.table !== rows.entityType) {
    const looks = [...rows.entityType.values()].map((row) => [row.name, ownLook(row)] as const)
    last = { table: rows.entityType, looks: new Map(looks) }
  }
  return last.looks.get(type) ?? builtIns.other
}

/** For what is drawn past React: whoever keeps it draws it anew when the types change. */
export const lookNow = (type: string): Look => lookOf(type, useStore.getState().rows)

export const useLook = (type: string): Look => useStore((state) => lookOf(type, state.rows))

/** All types there are to choose from: the built-in ones, then one's own in the order they were made. */
export const allLooks = (rows: Rows): Look[] =>
  [
    ...entityTypes,
    ...[...rows.entityType.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ name }) => name),
  ].map((type) => lookOf(type, rows))

/** Of a group that is drawn as one node. */
export const groupIcon = typeIconSources.boxes

/** An icon as a data address, in a colour given: canvases and masks cannot use currentColor. */
export function iconAddress(icon: string, color: string): string {
  const svg = icon.replace(/<!--.*?-->/su, '').replaceAll('currentColor', color)
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
