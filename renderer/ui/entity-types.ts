import building from 'lucide-static/icons/building-2.svg?raw'
import circle from 'lucide-static/icons/circle-dot.svg?raw'
import factory from 'lucide-static/icons/factory.svg?raw'
import file from 'lucide-static/icons/file-text.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import pin from 'lucide-static/icons/map-pin.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import zap from 'lucide-static/icons/zap.svg?raw'
import type { EntityType } from '../../preload/contract/network.ts'

interface Look {
  label: string
  /** A Cytoscape node shape: type is told by shape and icon as well as by colour. */
  shape:
    | 'ellipse'
    | 'round-rectangle'
    | 'hexagon'
    | 'rectangle'
    | 'round-triangle'
    | 'round-diamond'
    | 'round-tag'
    | 'round-octagon'
    | 'barrel'
  /** The name of its colour variable in tokens.css. */
  color: string
  icon: string
}

export const looks: Record<EntityType, Look> = {
  person: { label: 'person', shape: 'ellipse', color: '--person', icon: user },
  organisation: { label: 'organisation', shape: 'round-rectangle', color: '--organisation', icon: building },
  group: { label: 'armed group', shape: 'hexagon', color: '--group', icon: flag },
  state: { label: 'state', shape: 'rectangle', color: '--state', icon: landmark },
  place: { label: 'place', shape: 'round-octagon', color: '--place', icon: pin },
  facility: { label: 'facility', shape: 'barrel', color: '--facility', icon: factory },
  event: { label: 'event', shape: 'round-diamond', color: '--event', icon: zap },
  document: { label: 'document', shape: 'round-tag', color: '--document', icon: file },
  other: { label: 'other', shape: 'ellipse', color: '--other', icon: circle },
}

/** The icon as a data address, in a colour given: canvases and masks cannot use currentColor. */
export function iconAddress(type: EntityType, color: string): string {
  const svg = looks[type].icon.replace(/<!--.*?-->/su, '').replaceAll('currentColor', color)
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
