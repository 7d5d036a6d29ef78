import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import betweenness from 'graphology-metrics/centrality/betweenness'

export interface Measure {
  /** Relations of it, those to itself once. */
  degree: number
  /** Share of the shortest ways between two others that lead through it, 0 to 1, whichever way round relations are (Freeman 1977). */
  betweenness: number
  /** Which of the densely joined parts it is in, counted from 1, the largest first; 0 where it stands alone (Louvain, Blondel 2008). */
  community: number
}

export interface MeasureAsk {
  entityIds: string[]
  relations: { fromId: string; toId: string }[]
}

/** Some 2 s for 1,000 entities with 2,000 relations, and growing with their product: in a worker. */
export function measuresOf({ entityIds, relations }: MeasureAsk): Map<string, Measure> {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false })
  const degree = new Map<string, number>()
  for (const id of entityIds) graph.mergeNode(id)
  for (const { fromId, toId } of relations) {
    for (const id of new Set([fromId, toId])) degree.set(id, (degree.get(id) ?? 0) + 1)
    if (fromId === toId) continue
    const weight = graph.getEdgeAttribute(graph.mergeEdge(fromId, toId)[0], 'weight') ?? 0
    graph.mergeEdge(fromId, toId, { weight: weight + 1 })
  }
  const between: Record<string, number> = graph.size > 0 ? betweenness(graph, { getEdgeWeight: null }) : {}
  const communityOf = graph.size > 0 ? ranked(graph, louvain(graph, { rng: steady() })) : new Map()
  return new Map(
    entityIds.map((id) => [
      id,
      {
        degree: degree.get(id) ?? 0,
        betweenness: between[id] ?? 0,
        community: communityOf.get(id) ?? 0,
      },
    ]),
  )
}

function ranked(graph: Graph, found: Record<string, number>): Map<string, number> {
  const members = new Map<number, string[]>()
  for (const id of graph.nodes()) {
    const community = found[id]
    if (community === undefined || graph.degree(id) === 0) continue
    members.set(community, [...(members.get(community) ?? []), id])
  }
  const inOrder = [...members.values()].sort(
    (a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1),
  )
  return new Map(inOrder.flatMap((ids, index) => ids.map((id) => [id, index + 1] as const)))
}

/** The method draws by lot; the same network must come to the same parts each time. A linear congruential generator. */
function steady(): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
