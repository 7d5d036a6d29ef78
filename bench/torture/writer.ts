import { randomInt } from 'node:crypto'
import { existsSync, readSync } from 'node:fs'
import type { WriteCase } from '../../main/case-file/handle.ts'
import { openCase } from '../../main/case-file/open-case.ts'
import { TroubleError } from '../../main/trouble.ts'
import { doings, verbs, words } from '../../main/workbench/testing/dice.ts'
import { say, telling } from './tell.ts'

/*
 * The process that is killed: works on the case at argv[2] as fast as it can, for ever. After argv[3] doings it rests once,
 * between two steps, until the parent has sent a byte.
 */
const [path = '', rest] = process.argv.slice(2)
const teller = telling(openCase(path, { create: !existsSync(path) }))

/** Takes what a person is refused, such as to untag what has no such tag. */
function attempt(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
  }
}

function doSomething(db: WriteCase) {
  const verb = verbs[randomInt(verbs.length)] ?? 'tagPassage'
  const word = words[randomInt(words.length)] ?? ''
  return doings[verb](db, { a: randomInt(1000), b: randomInt(1000), c: randomInt(1000), word })
}

/** Many doings as one step: a transaction of many pages. */
function doMuch(db: WriteCase) {
  for (let left = 80; left > 0; left--) attempt(() => doSomething(db))
  return { label: 'Much at once', value: undefined }
}

for (let doing = 0; ; doing++) {
  if (doing === Number(rest)) {
    say('rest')
    readSync(0, Buffer.alloc(1))
  }
  const die = randomInt(100)
  attempt(() => {
    if (die < 10) teller.travel('undo')
    else if (die < 18) teller.travel('redo')
    else if (die < 21) teller.step(doMuch)
    else teller.step(doSomething)
  })
}
