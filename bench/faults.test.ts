import { expect, test } from 'vitest'
import { answersIn, traceAnswers } from './torture/answers.ts'
import { runFaults } from './torture/faults.ts'
import { whyNoStrace } from './torture/strace.ts'

const noStrace = whyNoStrace()
const because = noStrace ? ` (skipped: ${noStrace})` : ''

test.skipIf(noStrace)(
  `whichever call of the disk fails, for how long, it is told, and what was answered is there${because}`,
  async () => {
    // The last sync of a step matters most, and is one in five.
    const { points, lost, torn, found } = await runFaults((call) => (call === 'fsync' ? 4 : 1))
    expect({ lost, torn, found }).toEqual({ lost: 0, torn: 0, found: [] })
    expect(points).toBeGreaterThan(50)
  },
  180_000,
)

test.skipIf(noStrace)(
  `what is answered has reached the disk before${because}`,
  async () => {
    const trace = await traceAnswers()
    expect(answersIn(trace)).toEqual({ answers: 17, early: [] })
    const withoutSync = trace.replaceAll(/^.*fsync.*\n/gmu, '')
    expect(answersIn(withoutSync).early).toHaveLength(17)
  },
  60_000,
)
