import { createInterface } from 'node:readline'
import { replaceWith } from '../../main/case-file/files.ts'
import { openCase } from '../../main/case-file/open-case.ts'
import { reasonOf } from '../../main/failure-words.ts'
import { TroubleError } from '../../main/trouble.ts'
import type { Desk } from '../../main/workbench/desk.ts'
import { searchCase } from '../../main/workbench/search-case.ts'
import { readRows, readThrough } from '../../main/workbench/watch-case.ts'

/*
 * Opens the case at argv[2] as a window does, and lets it lie until all of it was read. For each line that comes it then tries a
 * step, and saves a copy at argv[3] and one to share at argv[4]; says how each went.
 */
const [path = '', copy = '', share = ''] = process.argv.slice(2)
const one = openCase(path)
const desk = { case: one, tell: () => {} } as unknown as Desk
for (let page = readRows(desk, { after: null }); page.next; ) page = readRows(desk, { after: page.next })
await searchCase(desk, { words: 'anything' })
for (const _ of readThrough(one.read)) void _

const attempt = (what: string, act: () => unknown) => {
  try {
    act()
    console.log(what, 'done')
  } catch (error) {
    const code = error instanceof TroubleError ? error.trouble.code : (reasonOf(error)?.code ?? 'defect')
    console.log(what, code)
    if (code === 'defect') console.error(error)
  }
}
createInterface({ input: process.stdin }).on('line', () => {
  attempt('step', () =>
    one.step((db) => {
      db.run({ text: "UPDATE about SET rescued = ''", values: [] })
      db.run({ text: "UPDATE note SET updatedAt = updatedAt || 'x'", values: [] })
      return { label: 'Try', value: undefined }
    }),
  )
  attempt('copy', () => replaceWith(copy, (beside) => one.copyTo(beside)))
  attempt('share', () => one.shareTo(share))
  console.log('end')
})
console.log('ready')
