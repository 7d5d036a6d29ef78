/** A state of the case in the history of one run: what its rows hash to, and the state that undo leads back to. */
interface State {
  hash: string
  before: State | null
}
/** Where the case stands, and what could be redone. Never changed, so that what might be can be kept beside what is. */
export interface Place {
  revision: number
  now: State
  undone: { state: State; rest: Place['undone'] } | null
}

const start: Place = { revision: 0, now: { hash: '0', before: null }, undone: null }

/** Where a step, undo or redo leads from a place, told from what went before: the case itself is not asked. */
function next({ revision: last, now, undone }: Place, kind: string, hash: string): Place[] {
  const revision = last + 1
  if (kind === 'step') return [{ revision, now: { hash, before: now }, undone: null }]
  if (kind === 'undo' && now.before)
    return [{ revision, now: now.before, undone: { state: now, rest: undone } }]
  if (kind === 'redo' && undone) return [{ revision, now: undone.state, undone: undone.rest }]
  return []
}

/**
 * What a parent knows of a case from its child's lines: the last answered place, and those that it may be at instead, because
 * something was under way when the child died, or failed in a manner that leaves it open. It must stand at one of these.
 *
 * `at REVISION HASH`: it stands here. `will step HASH`, `will undo`, `will redo`: about to be written. `did KIND REVISION
 * HASH`: answered. `not`: refused, or came to nothing. `behind`: a window that applied all patches shows something else.
 */
export interface Account {
  readonly answered: Place
  readonly underWay: readonly Place[]
  readonly acknowledged: number
  /** Throws where a line contradicts what was said before. */
  hear(line: string): void
  /** Which of the possible places this is; undefined where it is none. From then on it counts as answered. */
  settle(revision: number, hash: string): Place | undefined
  /** The places after the case was undone and redone by the parent. */
  moveOn(place: Place): void
}

export function keepAccount(from = start): Account {
  let answered = from
  let underWay: Place[] = []
  let acknowledged = 0
  const follow = (kind: string, hash: string) =>
    [answered, ...underWay].flatMap((place) => next(place, kind, hash))
  const settle = (revision: number, hash: string) => {
    const place = [answered, ...underWay].find((each) => each.revision === revision && each.now.hash === hash)
    if (!place) return undefined
    answered = place
    underWay = []
    return place
  }
  return {
    get answered() {
      return answered
    },
    get underWay() {
      return underWay
    },
    get acknowledged() {
      return acknowledged
    },
    settle,
    moveOn: (place) => {
      answered = place
    },
    hear: (line) => {
      const [what, kind = '', number, hash = ''] = line.split(' ')
      if (what === 'will') underWay.push(...follow(kind, number ?? ''))
      else if (what === 'not') underWay = []
      else if (what === 'behind') throw new Error('What the windows show is not what the case holds.')
      else if (what === 'at') {
        if (!settle(Number(kind), number ?? ''))
          throw new Error(`The case stands where it never was: ${line}`)
      } else if (what === 'did') {
        underWay.push(...follow(kind, hash))
        if (!settle(Number(number), hash)) throw new Error(`An answer that does not follow: ${line}`)
        acknowledged++
      }
    },
  }
}
