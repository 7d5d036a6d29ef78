/** Entities drawn in one frame. A case from elsewhere may hold a circle of groups. */
export interface BoardGroupRow {
  id: string
  name: string
  parentId: string | null
  collapsed: 0 | 1
  createdAt: string
}

/** A picture of the board under a name. */
export interface BoardViewRow {
  id: string
  name: string
  /** JSON: places, zoom, filter and what is hidden. */
  state: string
  createdAt: string
}

/** A type of the analyst's own: `EntityRow.type` holds its name. */
export interface EntityTypeRow {
  id: string
  name: string
  shape: string
  icon: string
  /** 1 to 8: one of the eight tag colours of the look. */
  color: number
  createdAt: string
}

/** How relations of a kind are drawn, by the kind's name. */
export interface RelationKindRow {
  id: string
  name: string
  /** 0 for the plain colour, or 1 to 8: one of the eight tag colours of the look. */
  color: number
  line: 'plain' | 'thick' | 'double'
  directed: 0 | 1
  createdAt: string
}
