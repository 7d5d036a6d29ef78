/** A note to be placed beside the text. All lengths are CSS pixels from the top of the sheet. */
export interface Beside {
  /** Where its passage begins. */
  line: number
  height: number
  /** Its passage is selected: it stands at its line, and the others make room. */
  isActive: boolean
}

export interface Placed {
  top: number
  /** It shows one line only, since too many stand here. */
  isBrief: boolean
}

const gap = 10
export const briefHeight = 32
/** A note further from its line than this no longer says what it is on: from there on they are brief, until there is room. */
const mostDrift = 320

/**
 * Each note at its line, or below the one before it: none overlaps another or what else stands in the margin. Cost: notes times
 * what is taken, which is two at most.
 */
export function placeNotes(
  notes: readonly Beside[],
  taken: readonly (readonly [top: number, bottom: number])[],
): Placed[] {
  const active = notes.find((note) => note.isActive)
  const blocked = [...taken]
  const activeTop = active && below(active.line, active.height, blocked)
  if (active && activeTop !== undefined) blocked.push([activeTop, activeTop + active.height])
  let free = 0
  return notes.map((note) => {
    if (note === active) return { top: activeTop ?? note.line, isBrief: false }
    const isBrief = free - note.line > mostDrift && note.height > briefHeight
    const height = isBrief ? briefHeight : note.height
    const top = below(Math.max(note.line, free), height, blocked)
    free = top + height + gap
    return { top, isBrief }
  })
}

/** The first place at or below `top` where so much height is free. */
function below(top: number, height: number, blocked: readonly (readonly [number, number])[]): number {
  let place = top
  for (const [from, to] of [...blocked].sort((a, b) => a[0] - b[0]))
    if (place < to + gap && place + height + gap > from) place = to + gap
  return place
}
