import { replaceWith } from '../../main/case-file/files.ts'
import { type OpenCase, openCase } from '../../main/case-file/open-case.ts'
import { reasonOf } from '../../main/failure-words.ts'
import { TroubleError } from '../../main/trouble.ts'
import { doings, type Verb } from '../../main/workbench/testing/dice.ts'
import { say, type Teller, telling } from './tell.ts'

/*
 * A fixed day on the case at argv[2], to which a fault of the disk comes at some moment: make it, work, copy it to argv[3],
 * close, open it again, work. As a person would, it tries once more what was refused, and then goes on with the next thing.
 */
const [path = '', copy = ''] = process.argv.slice(2)

let one: OpenCase | undefined
let teller: Teller | undefined

const close = () => {
  const closing = one
  one = undefined
  teller = undefined
  closing?.close()
}
const open = (create: boolean) => () => {
  close()
  one = openCase(path, { create })
  teller = telling(one)
}
/** Each with dice that find what the verbs before it made. */
const verb = (name: Verb, [a, b, c]: [number, number, number]): [string, () => void] => [
  name,
  () => teller?.step((db) => doings[name](db, { a, b, c, word: 'group' })),
]
const travel = (way: 'undo' | 'redo') => () => teller?.travel(way)
const saveCopy = () => {
  if (!one) return
  const from = one
  replaceWith(copy, (beside) => from.copyTo(beside))
  say('copied', one.info().revision)
}

const day: [what: string, act: () => void][] = [
  ['make', open(true)],
  verb('addArticle', [0, 0, 0]),
  verb('makeRelation', [4, 8, 1]),
  verb('tagPassage', [4, 8, 1]),
  verb('markMention', [60, 6, 1]),
  verb('attachEvidence', [0, 0, 0]),
  verb('writeNote', [0, 0, 0]),
  verb('editRelation', [0, 1, 2]),
  ['undo', travel('undo')],
  ['redo', travel('redo')],
  ['copy', saveCopy],
  ['close', close],
  ['open', open(false)],
  verb('moveEntities', [0, 1, 7]),
  verb('editEntity', [1, 0, 0]),
  verb('editNote', [0, 0, 0]),
  verb('removeRelation', [0, 0, 0]),
  verb('removeEntity', [0, 0, 0]),
  ['undo', travel('undo')],
  ['copy', saveCopy],
  ['close', close],
]

/** What went wrong, as the program tells a person of it; `defect` where it could not. */
const troubleCode = (error: unknown): string =>
  error instanceof TroubleError ? error.trouble.code : (reasonOf(error)?.code ?? 'defect')

function attempt(what: string, act: () => void): boolean {
  try {
    act()
    return true
  } catch (error) {
    // Refused by the rules of the case and not by the disk: that counts as done.
    if (error instanceof TroubleError && error.trouble.code === 'gone') return true
    const code = troubleCode(error)
    say('trouble', code, what)
    if (code === 'defect') console.error(error)
    return false
  }
}

for (const [what, act] of day) {
  if (attempt(what, act)) continue
  // What is in memory must be what is on the disk, or the reading must fail.
  if (teller) attempt('read', teller.sayWhere)
  attempt(`${what} again`, act)
}
say('end')
