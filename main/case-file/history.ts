import type Database from 'better-sqlite3'
import type { StepPage, StepRow } from '../../preload/contract/history.ts'
import type { AnyRow, Change, TableName } from '../../preload/contract/patch.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { sql } from './sql.ts'
import { tableNames, tables } from './tables.ts'

/*
 * Undo as in https://sqlite.org/undoredo.html, with rows instead of statements: triggers write each row's before and after
 * under the step that is being recorded. The triggers are temporary, made at each opening, so that the file itself holds
 * none: a stranger's file cannot bring one along, and they always know today's columns.
 */

interface ChangeRow {
  tableName: TableName
  rowId: string
  before: string | null
  after: string | null
}

/** Greater than the number of any step. */
const beyond = Number.MAX_SAFE_INTEGER
const pageSize = 200
/** UTF-16 code units of a label that another repeats: one in a case from elsewhere can be endless. */
const mostOfLabel = 300

const quoted = (name: string) => `"${name}"`

/** Starts recording on a connection. Nothing is written to the file. */
export function installRecorder(db: Database.Database): void {
  db.exec('CREATE TEMP TABLE recording (stepId INTEGER NOT NULL)')
  for (const table of tableNames) {
    const json = (row: 'OLD' | 'NEW') =>
      `json_object(${tables[table].map((column) => `'${column}', ${row}.${quoted(column)}`).join(', ')})`
    const record = (event: string, id: string, before: string, after: string) =>
      `CREATE TEMP TRIGGER record_${table}_${event} AFTER ${event} ON main.${table} BEGIN
        INSERT INTO change (stepId, tableName, rowId, before, after)
        SELECT stepId, '${table}', ${id}, ${before}, ${after} FROM recording;
      END;`
    db.exec(record('INSERT', 'NEW.id', 'NULL', json('NEW')))
    db.exec(record('UPDATE', 'NEW.id', json('OLD'), json('NEW')))
    db.exec(record('DELETE', 'OLD.id', json('OLD'), 'NULL'))
  }
}

/** Begins a step. Everything written until `endStep` belongs to it. Must run inside a transaction. */
export function beginStep(db: WriteCase): number {
  const at = new Date().toISOString()
  const step = db.one<{ id: number }>(sql`INSERT INTO step (label, at) VALUES ('', ${at}) RETURNING id`)
  if (!step) throw new Error('A step must get an id.')
  db.run(sql`INSERT INTO recording VALUES (${step.id})`)
  return step.id
}

/** Ends a step and answers its changes. One that changed nothing leaves no trace, and keeps what could be redone. */
export function endStep(db: WriteCase, stepId: number, label: string): Change[] {
  db.run(sql`DELETE FROM recording`)
  const changes = net(changesOf(db, stepId), 'after')
  if (changes.length === 0) {
    db.run(sql`DELETE FROM step WHERE id = ${stepId}`)
  } else {
    db.run(sql`DELETE FROM step WHERE undone = 1`)
    db.run(sql`UPDATE step SET label = ${label} WHERE id = ${stepId}`)
  }
  return changes
}

/** The step that undo would take back, or that redo would bring again. Undone steps are always the newest ones. */
export function nextStep(db: ReadCase, way: 'undo' | 'redo'): { id: number; label: string } | undefined {
  return way === 'undo'
    ? db.one(sql`SELECT id, label FROM step
        WHERE id < coalesce((SELECT id FROM step WHERE undone = 1 ORDER BY id LIMIT 1), ${beyond})
        ORDER BY id DESC LIMIT 1`)
    : db.one(sql`SELECT id, label FROM step WHERE undone = 1 ORDER BY id LIMIT 1`)
}

/**
 * Takes a step back, or brings it again, row by row. Foreign keys are checked at the end of the transaction, because a
 * child may come back before its parent.
 */
export function replay(db: WriteCase, stepId: number, way: 'undo' | 'redo'): Change[] {
  const changes = restore(db, stepId, way)
  db.run(sql`UPDATE step SET undone = ${way === 'undo' ? 1 : 0} WHERE id = ${stepId}`)
  return net(changes, way === 'undo' ? 'before' : 'after')
}

/**
 * Brings the case to where it was right after a step, 0 for its beginning. Undefined where all is so already.
 *
 * Going back is a new step, which writes the opposite of every step since: it can be undone like any other, and nothing
 * leaves the history but what any new step ends, the steps that were undone. A step among these is redone, with all before
 * it. Costs what undoing the steps one by one costs, without their commits: about 25 µs a changed row.
 */
export function goTo(db: WriteCase, stepId: number): { label: string; changes: Change[] } | undefined {
  const here = nextStep(db, 'undo')?.id ?? 0
  const step =
    stepId === 0 ? { label: '' } : db.one<StepRow>(sql`SELECT label FROM step WHERE id = ${stepId}`)
  if (!step) throw new TroubleError('gone', 'This step is no longer in the history. Nothing was changed.')
  if (stepId > here) return { label: step.label, changes: goOn(db, stepId) }
  const changes = goBack(db, stepId, here, labelOfGoingBack(step.label))
  return changes.length > 0 ? { label: labelOfGoingBack(step.label), changes } : undefined
}

function goOn(db: WriteCase, stepId: number): Change[] {
  const steps = db.all<{ id: number }>(
    sql`SELECT id FROM step WHERE undone = 1 AND id <= ${stepId} ORDER BY id`,
  )
  const last = new Map<string, Change>()
  for (const { id } of steps)
    for (const change of replay(db, id, 'redo')) last.set(`${change.table} ${change.id}`, change)
  return [...last.values()]
}

function goBack(db: WriteCase, stepId: number, here: number, label: string): Change[] {
  const steps = db.all<{ id: number }>(
    sql`SELECT id FROM step WHERE id > ${stepId} AND id <= ${here} ORDER BY id DESC`,
  )
  const newStep = beginStep(db)
  for (const { id } of steps) restore(db, id, 'undo')
  return endStep(db, newStep, label)
}

/** After going back to a step the case is as it was after that step: going back there is going back to the same. */
function labelOfGoingBack(label: string): string {
  if (label === '') return 'Go back to the beginning'
  if (label.startsWith('Go back to ')) return label
  return `Go back to “${label.slice(0, mostOfLabel).toWellFormed().replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/**
 * One page of the steps, newest first, of those whose labels hold all the words in any case. A page of a search that finds
 * little reads on to the end: about 1 µs a step.
 */
export function listSteps(
  db: ReadCase,
  { before, words }: { before: number | null; words: string },
): StepPage {
  const wanted = words.toLowerCase().split(/\s+/u)
  const steps: StepRow[] = []
  let from = before ?? beyond
  for (let isMore = true; isMore && steps.length < pageSize; ) {
    const some = db.all<StepRow>(
      sql`SELECT id, label, at FROM step WHERE id < ${from} ORDER BY id DESC LIMIT ${pageSize}`,
    )
    for (const step of some) {
      const label = step.label.toLowerCase()
      if (wanted.every((word) => label.includes(word))) steps.push(step)
    }
    from = some.at(-1)?.id ?? from
    isMore = some.length === pageSize
    if (!isMore) return { steps, present: nextStep(db, 'undo')?.id ?? 0, next: null }
  }
  return { steps, present: nextStep(db, 'undo')?.id ?? 0, next: from }
}

/** Writes each row that a step changed as it was before, or as it was after. Answers the changes in the order written. */
function restore(db: WriteCase, stepId: number, way: 'undo' | 'redo'): ChangeRow[] {
  const changes = changesOf(db, stepId)
  if (way === 'undo') changes.reverse()
  for (const change of changes) {
    const row = change[way === 'undo' ? 'before' : 'after']
    if (row === null) remove(db, change.tableName, change.rowId)
    else put(db, change.tableName, JSON.parse(row))
  }
  return changes
}

function changesOf(db: ReadCase, stepId: number): ChangeRow[] {
  return db.all(sql`SELECT tableName, rowId, before, after FROM change WHERE stepId = ${stepId} ORDER BY id`)
}

/** Folds changes to the last state of each row. A row that ends as it began is left out. */
function net(changes: ChangeRow[], side: 'before' | 'after'): Change[] {
  const rows = new Map<string, ChangeRow>()
  for (const change of changes) {
    const key = `${change.tableName} ${change.rowId}`
    const known = rows.get(key)
    rows.set(key, known ? { ...known, [side]: change[side] } : change)
  }
  return [...rows.values()]
    .filter((change) => change.before !== change.after)
    .map((change) => {
      const row = change[side]
      return {
        table: change.tableName,
        id: change.rowId,
        row: row === null ? null : (JSON.parse(row) as AnyRow),
      }
    })
}

function remove(db: WriteCase, table: TableName, id: string): void {
  db.run({ text: `DELETE FROM ${table} WHERE id = ?`, values: [id] })
}

function put(db: WriteCase, table: TableName, row: Record<string, unknown>): void {
  const columns = tables[table] as readonly string[]
  db.run({
    text: `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`,
    values: columns.map((column) => row[column]),
  })
}
