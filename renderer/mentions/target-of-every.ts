import { onOneLine } from '../../preload/contract/line.ts'
import { marks } from '../state/select.ts'
import type { Open, State } from '../state/store.ts'

/**
 * What every mention would be marked as: the entity that is selected or that the passage names, by all its names; or else the
 * passage's first tag, by the passage's words. Null where there is neither.
 */
export function targetOfEvery({ selected, rows }: State): Open {
  if (selected?.kind !== 'entity' && selected?.kind !== 'annotation') return null
  const annotation = selected.kind === 'annotation' ? rows.annotation.get(selected.id) : undefined
  const entity = rows.entity.get(annotation ? (annotation.entityId ?? '') : selected.id)
  if (entity) {
    const names = [entity.name, ...entity.aliases.split('\n'), annotation?.quote ?? '']
    const different = new Map(names.filter(Boolean).map((name) => [name.toLowerCase(), onOneLine(name)]))
    return { what: 'every', target: { entityId: entity.id }, names: [...different.values()].join('\n') }
  }
  const tag = annotation && marks(rows).get(annotation.id)?.tags[0]
  if (!tag) return null
  return {
    what: 'every',
    target: { tagId: tag.id },
    names: onOneLine(annotation.quote.slice(0, 200)),
  }
}
