/** One line of the results: this project beside a named peer or the physical limit, measured in the same run. */
export interface Row {
  bench: string
  case: string
  size: number
  ours: number
  peer: number
  peerName: string
  unit: 'ms' | 'bytes' | 'MB'
  /** ours / peer, or ours - peer where the target is an absolute distance. */
  ratio: number
  target: string
  holds: boolean
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Milliseconds that pass. */
export const wall = () => performance.now()

/** Milliseconds that processors work for this program: waiting for a disk that others use too does not count. */
export const work = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Medians in milliseconds of several doings, one of each by turns, so that what else the machine does meets all alike. The
 * first tenth of the rounds warms up and does not count.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  doings: Record<Name, (round: number) => unknown>,
  clock: () => number = wall,
): Promise<Record<Name, number>> {
  const names = Object.keys(doings) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const start = clock()
      await doings[name](round)
      if (round >= rounds / 10) times[name].push(clock() - start)
    }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>
}
