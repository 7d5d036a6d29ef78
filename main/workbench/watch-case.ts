import type { NoteRow } from '../../preload/contract/notes.ts'
import type { RowPage } from '../../preload/contract/rows.ts'
import type { Parsed } from '../../preload/contract.ts'
import { type Damage, damagedNote, isDamaged, proveTexts } from '../case-file/damage.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { readAhead } from '../case-file/read-ahead.ts'
import { readPage } from '../case-file/rows.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'

/** Milliseconds between two looks at where the file is. A stat takes some microseconds. */
const look = 1000
/** Milliseconds of proving texts at a time, and of rest after it: work of a person always comes between. */
const slice = 8
const rest = 40
/** Begins when the window has shown its first words, and again every six hours. */
const firstProof = 3000
const nextProof = 6 * 3600_000

/** What is damaged is said once for each opening of the case. */
const told = new WeakMap<object, Set<string>>()

function tellDamage(desk: Desk, damage: Damage): void {
  const known = told.get(desk.case) ?? new Set()
  told.set(desk.case, known)
  if (known.has(damage.id)) return
  known.add(damage.id)
  desk.tell('trouble', {
    code: 'words-damaged',
    message: `The words of ${damage.name} are damaged in the case file: they are no longer what was written. All else is kept.`,
    advice: 'The disk may be failing. Save a copy elsewhere, and compare with a backup.',
    remedy: 'case.backups',
  })
}

/** A page of rows; notes are proved as they are read. */
export function readRows(desk: Desk, { after }: Parsed<'case.rows'>): RowPage {
  const page = readPage(desk.case.read, after)
  for (const { table, row } of page.rows)
    if (table === 'note' && isDamaged(row as NoteRow)) tellDamage(desk, damagedNote(row as NoteRow))
  return page
}

/** Proves every text of the case, and has all else of it read once. One of either at each turn. */
export function* readThrough(db: ReadCase): Generator<Damage | null> {
  yield* proveTexts(db)
  yield* readAhead(db)
}

/**
 * Watches the case on the desk while nobody asks anything of it: says at once when its file is gone, and proves its texts, a
 * few at a time. Answers how to stop, which must come before the case is closed.
 */
export function watchCase(desk: Desk): () => void {
  const one = desk.case
  let isGone = false
  const lookAfter = () => {
    try {
      one.checkInPlace()
      isGone = false
    } catch (error) {
      if (!isGone && error instanceof TroubleError) desk.tell('trouble', error.trouble)
      isGone = true
    }
  }
  const looking = setInterval(lookAfter, look)

  let proving: ReturnType<typeof setTimeout>
  let texts = readThrough(one.read)
  const prove = () => {
    const until = performance.now() + slice
    let next = texts.next()
    for (; !next.done && performance.now() < until; next = texts.next())
      if (next.value) tellDamage(desk, next.value)
    if (next.done) texts = readThrough(one.read)
    else if (next.value) tellDamage(desk, next.value)
    proving = setTimeout(prove, next.done ? nextProof : rest)
  }
  proving = setTimeout(prove, firstProof)
  return () => {
    clearInterval(looking)
    clearTimeout(proving)
  }
}
