import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CallName, callNames } from '../../preload/channels.ts'
import { noPeriod } from '../../preload/contract/dates.ts'
import { contract, type Input, type Output } from '../../preload/contract.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { readHere } from '../import/read-here.ts'
import { keepSettings } from '../settings.ts'
import { answer } from './answer.ts'
import type { Desk } from './desk.ts'
import { unfiltered } from './testing/picture-samples.ts'
import { type Place, samples } from './testing/right-inputs.ts'

let folder = ''
let own: Place
let foreign: Place
let told = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-answer-'))
  own = await furnished('own')
  foreign = await furnished('foreign')
})
afterAll(() => {
  own.desk.case.close()
  foreign.desk.case.close()
  rmSync(folder, { recursive: true })
})

const text = 'The convoy\n\nThe group claimed the attack on the convoy near the border within one day.'

/** A case with one of each thing in it, on a desk whose person answers every question with Cancel. */
async function furnished(name: string): Promise<Place> {
  const open: OpenCase = openCase(join(folder, `${name}.ligature`), { create: true })
  const nobody = async () => null
  const desk: Desk = {
    case: open,
    ask: {
      articleFiles: nobody,
      caseFile: nobody,
      codebookFile: nobody,
      networkFiles: nobody,
      whereToSave: nobody,
    },
    settings: keepSettings(join(folder, `${name}.json`), () => {}),
    startReader: readHere,
    samplePath: join(folder, 'sample.md'),
    backups: join(folder, 'backups'),
    refused: null,
    tell: () => {
      told++
    },
    open: () => {},
    showLog: async () => {},
    greeting: () => ({ articleId: null, notices: [], trouble: null }),
  }
  const get = async <Name extends CallName>(call: Name, input: Input<Name>): Promise<Output<Name>> => {
    const got = await answer(desk, call, input)
    if (!got.ok) throw new Error(`${call}: ${got.trouble.message}`)
    return got.value as Output<Name>
  }
  const [article = ''] = (await get('article.paste', { text, html: '' })).added
  const passage = { articleId: article, start: 16, end: 21 }
  const { annotationId: annotation, tagId: tag } = await get('annotate.tag', {
    passage,
    tag: { name: 'Who' },
  })
  const from = await get('mention.mark', { passage, entity: { name: 'The group', type: 'group' } })
  const to = await get('mention.mark', {
    passage: { articleId: article, start: 45, end: 51 },
    entity: { name: 'Convoy', type: 'event' },
  })
  const { relationId: relation } = await get('relation.make', {
    from: { id: from.entityId },
    kind: 'attacked',
    to: { id: to.entityId },
    basis: 'stated',
    ...noPeriod,
    startOn: '2024-01',
    passage: null,
  })
  const { evidenceId: evidence } = await get('evidence.attach', {
    relationId: relation,
    passage,
    stance: 'supports',
  })
  const { queryId: query } = await get('query.keep', { name: 'Kept', expression: 'Who' })
  const { noteId: note } = await get('note.write', { on: { passage }, body: 'Check.' })
  const { typeId: type } = await get('type.make', { name: 'Vessel', shape: 'star', icon: 'ship', color: 3 })
  const { tagSetId: tagSet } = await get('tagSet.make', { name: 'Claims' })
  const { groupId: group } = await get('group.make', { name: 'A', entityIds: [from.entityId], groupIds: [] })
  const { groupId: outer } = await get('group.make', { name: 'B', entityIds: [to.entityId], groupIds: [] })
  const { viewId: view } = await get('view.keep', unfiltered)
  const ids = {
    article,
    tagSet,
    annotation,
    tag,
    entity: from.entityId,
    other: to.entityId,
    relation,
    evidence,
    note,
    query,
    group,
    outer,
    view,
    type,
  }
  return { desk, ids }
}

type Key = string | number
/** Where null is a right answer. */
const nullable = new Set([
  'case.rows after',
  'relation.make passage',
  'tag.move parentId',
  'group.put into',
  'history.list before',
])
const huge = 'x'.repeat(20_000_001)
const cyclic: unknown[] = []
cyclic.push(cyclic, { cyclic })
const cyclicObject: Record<string, unknown> = { list: cyclic }
cyclicObject.self = cyclicObject
// Four thousand million holes cost a page nothing to make.
const endless = new Array(2 ** 32 - 1)
const odd = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  Number.NaN,
  7n,
  '',
  'word',
  huge,
  cyclic,
  cyclicObject,
  endless,
]

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/u.test(value)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const kindOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : value instanceof Date ? 'date' : typeof value

/** The paths of all that a value is made of, itself included. */
function pathsIn(value: unknown, at: Key[] = []): Key[][] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...at, key]))
      : []
  return [at, ...inner]
}
const partAt = (value: unknown, path: Key[]) =>
  path.reduce<unknown>((part, key) => (part as Record<Key, unknown>)[key], value)

function withPart(value: unknown, [key, ...rest]: Key[], part: unknown): unknown {
  if (key === undefined) return part
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<Key, unknown>
  copy[key] = withPart(copy[key], rest, part)
  return copy
}

/** What can never stand in the place of `part`. */
function wrongFor(part: unknown, mayBeNull: boolean): fc.Arbitrary<unknown> {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  const others = fc
    .oneof(fc.constantFrom(...odd), anything)
    .filter((value) => kindOf(value) !== kindOf(part) && !(mayBeNull && value === null))
  const wrong = [others]
  if (isId(part)) {
    const id = String(part)
    const key = (Object.keys(own.ids) as (keyof Place['ids'])[]).find((name) => own.ids[name] === id)
    const strange = key ? foreign.ids[key] : id
    wrong.push(
      fc.constantFrom(strange, strange, id.toUpperCase(), `${id}\0`, ` ${id}`, id.slice(1), '../x', huge),
    )
  } else if (typeof part === 'string') wrong.push(fc.constant(huge))
  else if (typeof part === 'number')
    wrong.push(fc.constantFrom(Number.NaN, 1 / 0, -1 / 0, 1e300, -1e7, 2 ** 53))
  else if (Array.isArray(part))
    wrong.push(
      fc.constantFrom(cyclic, endless, Object.assign(new Array(2), { 1: part[0] }), { ...part, length: 1 }),
    )
  else if (isObject(part)) {
    wrong.push(fc.constantFrom(cyclicObject, new Map(Object.entries(part)), Object.values(part)))
    wrong.push(fc.constant(JSON.parse(`{"__proto__":${JSON.stringify(part)}}`)))
    const { start, end } = part
    if (typeof start === 'number' && typeof end === 'number')
      wrong.push(
        fc.constantFrom(
          { ...part, start: end, end: start },
          { ...part, end: start },
          { ...part, start: 10, end: 12 }, // a blank line
          { ...part, start: -start },
          { ...part, end: 100_000 },
          { ...part, start: start + 0.5 },
        ),
      )
    else
      wrong.push(
        fc.constantFrom(...Object.keys(part)).map((key) => {
          const { [key]: _, ...rest } = part
          return rest
        }),
      )
  }
  return fc.oneof(...wrong)
}

const wrongInputs = (name: CallName): fc.Arbitrary<unknown> =>
  fc.oneof(
    ...samples(own)[name].flatMap((sample) =>
      pathsIn(sample).map((path) =>
        wrongFor(partAt(sample, path), nullable.has(`${name} ${path.join('.')}`)).map((wrong) =>
          withPart(sample, path, wrong),
        ),
      ),
    ),
  )

function contentHash({ desk }: Place): string {
  const { read } = desk.case
  const names = read.all<{ name: string }>({
    text: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    values: [],
  })
  const hash = createHash('sha256')
  for (const { name } of names)
    hash.update(JSON.stringify(read.all({ text: `SELECT * FROM "${name}"`, values: [] })))
  return hash.digest('hex')
}

describe('a wrong input is refused in a sentence and changes nothing, for', () => {
  test.each(callNames)('%s', async (name) => {
    for (const sample of samples(own)[name]) expect(contract[name].input.safeParse(sample).success).toBe(true)
    const before = contentHash(own)
    const settings = JSON.stringify(own.desk.settings.now)
    const toldBefore = told
    await fc.assert(
      fc.asyncProperty(wrongInputs(name), async (input) => {
        const got = await answer(own.desk, name, input)
        if (got.ok) throw new Error('It was taken for right')
        expect(got.trouble.code).not.toBe('defect')
        expect(got.trouble.message).toMatch(/^.{10,5000}\.$/su)
      }),
      { numRuns: 1000 },
    )
    expect(told).toBe(toldBefore)
    expect(JSON.stringify(own.desk.settings.now)).toBe(settings)
    expect(contentHash(own)).toBe(before)
  })
})

test('an id of another case means nothing here: whatever it is asked for, it is not in this case', async () => {
  const ids = new Map(
    Object.entries(own.ids).map(([name, id]) => [id, foreign.ids[name as keyof Place['ids']]]),
  )
  let asked = 0
  for (const name of callNames)
    for (const sample of samples(own)[name])
      for (const path of pathsIn(sample)) {
        const part = partAt(sample, path)
        const strange = typeof part === 'string' ? ids.get(part) : undefined
        if (strange === undefined) continue
        const got = await answer(own.desk, name, withPart(sample, path, strange))
        expect([name, path, got]).toMatchObject([name, path, { ok: false, trouble: { code: 'gone' } }])
        asked++
      }
  expect(asked).toBeGreaterThan(25)
})

test('what a person typed wrongly is said in our words, also inside a choice between two', async () => {
  const tag = await answer(own.desk, 'annotate.tag', {
    passage: { annotationId: own.ids.annotation },
    tag: { name: ' ' },
  })
  expect(tag).toMatchObject({ trouble: { code: 'wrong-input', message: 'It needs a name.' } })
  const date = await answer(own.desk, 'relation.edit', {
    ...samples(own)['relation.edit'][0],
    startOn: 'May',
  })
  expect(date).toMatchObject({ trouble: { message: 'Write a date as 2024, 2024-01 or 2024-01-31.' } })
})
