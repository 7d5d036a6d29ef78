import { workbench } from '../../main/workbench/workbench.ts'
import type { StepPage } from '../../preload/contract/history.ts'
import { interleaved, type Row } from '../measure.ts'
import { bareInsert, copyOfCase, deskWith } from './cases.ts'

/** Steps that going back takes back at once. */
const back = 100

/** What tagging new words costs (annotation, tag, history, full text, patch), what a note costs, and taking a step back, in bare inserts of one row. */
export async function measureSteps(): Promise<Row[]> {
  const rows: Row[] = []
  for (const size of [100, 1_000, 10_000, 100_000]) {
    const desk = deskWith(copyOfCase(size, 'steps'))
    await workbench['case.search'](desk, { words: 'anything' })
    const article = desk.case.read.one<{ id: string }>({
      text: 'SELECT max(id) AS id FROM article',
      values: [],
    })
    const bare = bareInsert()
    const { ours, undo, peer } = await interleaved(330, {
      ours: (round) =>
        workbench['annotate.tag'](desk, {
          passage: { articleId: article?.id ?? '', start: 150 + round * 2, end: 190 + round * 2 },
          tag: { name: 'Tag 3' },
        }),
      peer: bare.insert,
      undo: () => workbench['history.undo'](desk, undefined),
      // Done again, so that each round finds one more passage, as in a day's work.
      redo: () => workbench['history.redo'](desk, undefined),
    })
    const { note } = await interleaved(110, {
      note: () =>
        workbench['note.write'](desk, {
          on: { articleId: article?.id ?? '' },
          body: 'Who says so? Compare with the second report, which names another day.',
        }),
    })
    const { present } = workbench['history.list'](desk, { before: null, words: '' }) as StepPage
    const { goBack } = await interleaved(11, {
      goBack: () => workbench['history.go'](desk, { stepId: present - back }),
      undo: () => workbench['history.undo'](desk, undefined),
    })
    bare.close()
    desk.case.close()
    const row = { bench: 'case-file', size, peer, peerName: 'bare insert', unit: 'ms' as const }
    for (const [name, time] of [
      ['tag a passage', ours],
      ['undo it', undo],
      ['write a note', note],
      [`go back over ${back} steps, each`, goBack / back],
    ] as const)
      rows.push({
        ...row,
        case: name,
        ours: time,
        ratio: time / peer,
        target: 'at most 3 bare inserts',
        holds: time / peer <= 3,
      })
  }
  return rows
}
