type Edge = { id: string; fromId: string; toId: string }

/** A way from one entity to another: the entities in order, and for each step all the relations that join the two. */
export interface Path {
  entityIds: string[]
  steps: string[][]
}

/** More ways than a person can read, and longer ones than mean something, are not looked for. */
export const mostPaths = 60
export const mostSteps = 6
/** Steps of the search, so that a dense network cannot hold the window up: some 50 ms. */
const mostTries = 200_000

/** From each entity to each it is joined to, by which relations. */
type Steps = Map<string, Map<string, string[]>>

/** By whichever way round the relations are: who met whom leads back too. */
function stepsOf(relations: Iterable<Edge>): Steps {
  const steps: Steps = new Map()
  const add = (from: string, to: string, relationId: string) => {
    const known = steps.get(from) ?? new Map<string, string[]>()
    steps.set(from, known.set(to, [...(known.get(to) ?? []), relationId]))
  }
  for (const { id, fromId, toId } of relations) {
    if (fromId === toId) continue
    add(fromId, toId, id)
    add(toId, fromId, id)
  }
  return steps
}

/** How many steps away each entity is, as far as `most`. */
function distances(steps: Steps, from: readonly string[], most: number): Map<string, number> {
  const found = new Map(from.map((id) => [id, 0]))
  let edge = [...from]
  for (let step = 1; step <= most && edge.length > 0; step++) {
    const next: string[] = []
    for (const id of edge)
      for (const to of steps.get(id)?.keys() ?? [])
        if (!found.has(to)) {
          found.set(to, step)
          next.push(to)
        }
    edge = next
  }
  return found
}

export function neighbourhood(
  relations: Iterable<Edge>,
  from: readonly string[],
  steps: number,
): ReadonlySet<string> {
  return new Set(distances(stepsOf(relations), from, steps).keys())
}

/**
 * The ways between two entities that meet none twice, the shortest first: each length is searched on its own (iterative
 * deepening), and a branch is left where the other end is further away than steps are left.
 */
export function pathsBetween(relations: Iterable<Edge>, from: string, to: string): Path[] {
  const steps = stepsOf(relations)
  const left = distances(steps, [to], mostSteps)
  const paths: Path[] = []
  const entityIds = [from]
  const taken: string[][] = []
  let tries = 0
  const search = (at: string, length: number) => {
    for (const [next, relationIds] of steps.get(at) ?? []) {
      if (paths.length >= mostPaths || ++tries > mostTries) return
      const rest = length - taken.length - 1
      if ((left.get(next) ?? Infinity) > rest || entityIds.includes(next)) continue
      taken.push(relationIds)
      entityIds.push(next)
      if (next !== to) search(next, length)
      else if (rest === 0) paths.push({ entityIds: [...entityIds], steps: [...taken] })
      taken.pop()
      entityIds.pop()
    }
  }
  const shortest = left.get(from)
  if (shortest === undefined || from === to) return []
  for (let length = shortest; length <= mostSteps; length++) search(from, length)
  return paths
}
