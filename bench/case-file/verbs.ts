import type { Desk } from '../../main/workbench/desk.ts'
import { workbench } from '../../main/workbench/workbench.ts'
import type { CallName } from '../../preload/channels.ts'
import { noPeriod } from '../../preload/contract/dates.ts'
import { interleaved, type Row, work } from '../measure.ts'
import { copyOfCase, deskWith, sizes } from './cases.ts'

type Ids = Record<
  'article' | 'annotation' | 'tag' | 'tagging' | 'entity' | 'relation' | 'evidence' | 'note',
  string
>

/** What is asked of each verb that is a step or reads; `round` makes each call another. Each is undone before the next. */
const asked: Partial<Record<CallName, (ids: Ids, round: number) => unknown>> = {
  'annotate.tag': ({ article }, round) => ({
    passage: { articleId: article, start: 150 + round, end: 190 + round },
    tag: { name: `New ${round}` },
  }),
  'annotate.untag': ({ annotation, tag }) => ({ annotationId: annotation, tagId: tag }),
  'annotate.remove': ({ annotation }) => ({ annotationId: annotation }),
  'tag.edit': ({ tag }, round) => ({ tagId: tag, name: `Other ${round}`, color: 2, description: '' }),
  'tag.remove': ({ tag }) => ({ tagId: tag }),
  'mention.mark': ({ article }, round) => ({
    passage: { articleId: article, start: 150 + round, end: 190 + round },
    entity: { name: `New ${round}`, type: 'group' },
  }),
  'mention.unmark': ({ annotation }) => ({ annotationId: annotation }),
  'entity.edit': ({ entity }, round) => ({
    entityId: entity,
    name: `Other ${round}`,
    type: 'state',
    aliases: ['one'],
    description: '',
  }),
  'entity.move': ({ entity }, round) => ({ moves: [{ entityId: entity, x: round, y: 7 }], reason: 'drag' }),
  'entity.date': ({ entity }, round) => ({ entityId: entity, ...noPeriod, startOn: String(1000 + round) }),
  'entity.remove': ({ entity }) => ({ entityId: entity }),
  'relation.make': ({ entity, annotation }, round) => ({
    from: { id: entity },
    kind: 'met',
    to: { name: `New ${round}`, type: 'group' },
    basis: 'stated',
    ...noPeriod,
    passage: { annotationId: annotation },
  }),
  'relation.edit': ({ relation }, round) => ({
    relationId: relation,
    kind: `kind ${round}`,
    basis: 'inferred',
    ...noPeriod,
  }),
  'relation.reverse': ({ relation }) => ({ relationId: relation }),
  'relation.remove': ({ relation }) => ({ relationId: relation }),
  'evidence.attach': ({ relation, article }, round) => ({
    relationId: relation,
    passage: { articleId: article, start: 150 + round, end: 190 + round },
    stance: 'contradicts',
  }),
  'evidence.grade': ({ evidence }, round) => ({
    evidenceId: evidence,
    reliability: 'ABCDEF'[round % 6],
    credibility: '2',
  }),
  'evidence.detach': ({ evidence }) => ({ evidenceId: evidence }),
  'note.write': ({ entity }, round) => ({ on: { entityId: entity }, body: `Note ${round}` }),
  'note.edit': ({ note }, round) => ({ noteId: note, body: `Other ${round}` }),
  'note.remove': ({ note }) => ({ noteId: note }),
  'article.paste': (_ids, round) => ({ text: `New words ${round}.\n\nA second paragraph.`, html: '' }),
  'article.describe': ({ article }, round) => ({
    articleId: article,
    title: `Other ${round}`,
    byline: '',
    publisher: '',
    publishedOn: '',
    source: '',
    language: 'en',
    direction: 'ltr',
  }),
  'article.remove': ({ article }) => ({ articleId: article }),
  'article.read': ({ article }) => ({ articleId: article }),
  'case.info': () => undefined,
  'case.rows': ({ annotation }) => ({ after: { table: 3, after: annotation } }),
  'article.rows': ({ article }) => ({ articleId: article }),
  'history.list': () => ({ before: null, words: '' }),
}

/** The ids of things in the middle of the case, so that no lookup is favoured by an end of an index. */
function middle(desk: Desk): Ids {
  const pick = (query: string): string =>
    desk.case.read.one<{ id: string }>({ text: query, values: [] })?.id ?? ''
  const half = (table: string) =>
    pick(`SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 + 1 FROM ${table})`)
  const annotation = half('annotation')
  return {
    annotation,
    article: half('article'),
    tag: pick(`SELECT tagId AS id FROM tagging WHERE annotationId = '${annotation}'`),
    tagging: half('tagging'),
    entity: half('entity'),
    relation: half('relation'),
    evidence: half('evidence'),
    note: half('note'),
  }
}

/**
 * The work of each verb in a large case beside its work in a small one. Only lookups in deeper indices may cost more: the tree of
 * a hundred times the rows has up to twice the levels, and rows that stood on one page stand on many.
 */
export async function measureVerbs(): Promise<Row[]> {
  const cases = sizes.map((size) => {
    const desk = deskWith(copyOfCase(size, `verbs-${size}`))
    return { size, desk, ids: middle(desk) }
  })
  const rows: Row[] = []
  for (const [name, input] of Object.entries(asked)) {
    const verb = workbench[name as CallName] as (desk: Desk, input: unknown) => unknown
    const doings = cases.flatMap(({ size, desk, ids }) => [
      [`${size}`, (round: number) => verb(desk, input(ids, round))],
      [`after ${size}`, () => name.startsWith('history.') || undoTo(desk)],
    ])
    const before = cases.map(({ desk }) => desk.case.info().undo)
    const undoTo = (desk: Desk) => {
      const label = before[cases.findIndex((each) => each.desk === desk)]
      if (desk.case.info().undo !== label) desk.case.travel('undo')
    }
    const times: Record<string, number> = await interleaved(33, Object.fromEntries(doings), work)
    const peer = times[sizes[0] ?? 0] ?? 0
    for (const { size } of cases.slice(1)) {
      const ours = times[size] ?? 0
      rows.push({
        bench: 'case-file',
        case: name,
        size,
        ours,
        peer,
        peerName: `the same in one of ${sizes[0]}`,
        unit: 'ms',
        ratio: ours / peer,
        target: 'at most twice',
        holds: ours / peer <= 2,
      })
    }
  }
  for (const { desk } of cases) desk.case.close()
  return rows
}
