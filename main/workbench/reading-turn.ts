import type { Desk } from './desk.ts'

/** The articles that are read for one desk: one at a time, whoever asked, and all stopped at once. */
interface Turns {
  stop: AbortController
  at: number
  of: number
  last: Promise<unknown>
}

const underWay = new WeakMap<Desk, Turns>()

/** Waits for its turn, tells the views what is read now, and reads. */
export function inTurn<Read>(
  desk: Desk,
  names: string[],
  read: (at: number, stop: AbortSignal) => Promise<Read>,
) {
  const turns = underWay.get(desk) ?? { stop: new AbortController(), at: 0, of: 0, last: Promise.resolve() }
  underWay.set(desk, turns)
  turns.of += names.length
  return names.map((name, index) => {
    const turn = turns.last.then(async () => {
      turns.at++
      if (!turns.stop.signal.aborted) desk.tell('importing', { name, at: turns.at, of: turns.of })
      return read(index, turns.stop.signal)
    })
    turns.last = turn.catch(() => {}).then(() => endOf(desk, turns))
    return turn
  })
}

function endOf(desk: Desk, turns: Turns): void {
  if (turns.at < turns.of) return
  if (underWay.get(desk) === turns) underWay.delete(desk)
  desk.tell('importing', null)
}

export function stopReading(desk: Desk): void {
  underWay.get(desk)?.stop.abort()
  // What is asked for from now on is not meant.
  underWay.delete(desk)
}
