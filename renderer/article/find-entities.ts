import type { EntityRow } from '../../preload/contract/network.ts'
import { type Found, findNamed } from '../ui/find-named.ts'

/** How many of each are offered. */
const most = 8

/**
 * Entities that are meant by what is typed, by their name or another of their names, the closest in length first. Those whose
 * name only stands inside what is typed are among the others: “Islamic State” is not “Islamic State Khorasan”.
 */
export function findEntities(entities: Iterable<EntityRow>, query: string): Found<EntityRow> {
  const name = bare(query)
  const namesOf = (entity: EntityRow) => [entity.name, ...entity.aliases.split('\n').filter(Boolean)]
  const away = (entity: EntityRow) => Math.abs(entity.name.length - name.length)
  const all = [...entities].sort((a, b) => away(a) - away(b) || a.name.localeCompare(b.name))
  const { isThere, likely, others } = findNamed(all, name, namesOf, true)
  const known = new Set([...likely, ...others])
  const words = name.toLowerCase()
  const within = all.filter(
    (entity) =>
      !known.has(entity) &&
      namesOf(entity).some((each) => each.length > 2 && words.includes(each.toLowerCase())),
  )
  return { isThere, likely: likely.slice(0, most), others: [...others, ...within].slice(0, most) }
}

/** As words are selected: without what English puts before and after a name. */
const bare = (words: string) => words.replace(/^(the|an?) /iu, '').replace(/['’](s)?$/iu, '')
