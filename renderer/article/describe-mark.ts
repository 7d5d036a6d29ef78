import { onOneLine } from '../../preload/contract/line.ts'
import type { Mark } from '../state/marks.ts'
import { lookNow } from '../ui/entity-types.ts'

/** What a screen reader says of marked words: the entity they name, their tags, whether there is a note. */
export function describe(marks: readonly Mark[]): string {
  const entities = marks.flatMap(({ entity }) =>
    entity ? `${onOneLine(entity.name)}, ${lookNow(entity.type).label}` : [],
  )
  const tags = [...new Set(marks.flatMap((mark) => mark.tags.map((tag) => onOneLine(tag.name))))]
  const notes = marks.reduce((count, mark) => count + mark.notes.length, 0)
  return [
    ...new Set(entities),
    tags.length > 0 && `${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`,
    notes > 0 && (notes === 1 ? 'one note' : `${notes} notes`),
  ]
    .filter(Boolean)
    .join('; ')
}
