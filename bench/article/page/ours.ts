import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import type { AnyRow, Patch, TableName } from '../../../preload/contract/patch.ts'
import type { RowPage } from '../../../preload/contract/rows.ts'
import { listenToKeys } from '../../../renderer/actions/keyboard.ts'
import { ArticlePane } from '../../../renderer/article/ArticlePane.tsx'
import { GatheredRows } from '../../../renderer/state/gather-rows.ts'
import { noRows, useStore } from '../../../renderer/state/store.ts'
import { listen } from '../../../renderer/state/sync.ts'
import { firstMarks, until } from './peer.ts'
import { annotationOf, type Sample, sampleOf } from './text.ts'

let sample: Sample
let answer: RowPage['rows'] = []
let next: ReturnType<typeof annotationOf>
let push: (patch: Patch) => void = () => {}
const info = { undo: null } as unknown as Patch['info']

// The main process's part: what a key asks of the case comes back as a patch, as from the case file.
window.ligature = new Proxy({} as Window['ligature'], {
  get: (_, name) => {
    if (name === 'on')
      return (what: string, hear: (patch: Patch) => void) => {
        if (what === 'patch') push = hear
        return () => {}
      }
    return async () => {
      if (name !== 'annotate.tag') return { ok: true, value: undefined }
      const tagging = { id: `g${next.id}`, annotationId: next.id, tagId: 't0' }
      push({
        label: '',
        info,
        changes: [
          { table: 'annotation', id: next.id, row: next },
          { table: 'tagging', id: tagging.id, row: tagging },
        ],
      })
      return { ok: true, value: { annotationId: next.id, tagId: 't0' } }
    }
  },
})
listen()
listenToKeys()

// All that is asked for stands in the first stretch: a look through the whole page would be a cost of the measure.
const drawn = (id: string) =>
  document.querySelector('.stretch')?.querySelector(`mark[data-annotations~="${id}"]`) != null

window.reader = {
  prepare(kilobytes, count) {
    sample = sampleOf(kilobytes, count)
    const { article, annotations, taggings, tags } = sample
    const of = (table: TableName, rows: AnyRow[]) => rows.map((row) => ({ table, row }))
    answer = [
      ...of('article', [article]),
      ...of('annotation', annotations),
      ...of('tagging', taggings),
      ...of('tag', tags),
    ]
  },
  async open() {
    const { article, content } = sample
    const ids = firstMarks(sample)
    const host = document.createElement('div')
    host.style.height = '100%'
    document.getElementById('board')?.append(host)
    // From the answer of the case file on: rows and words are here, nothing is made of them.
    const since = performance.now()
    useStore.setState({
      info,
      isRead: true,
      articleId: article.id,
      content,
      rows: new GatheredRows().add(answer, noRows).rows(),
    })
    createRoot(host).render(createElement(ArticlePane))
    const first = await until(() => host.querySelector('.block') !== null, since)
    return { first, all: await until(() => ids.every(drawn), since) }
  },
  ready(round) {
    const { start } = sample.content.blocks[1] as { start: number }
    next = annotationOf(
      1_000_000 + round,
      sample.content.text,
      start + 10 + round * 9,
      start + 30 + round * 9,
    )
    const passage = { articleId: 'one', start: next.start, end: next.end }
    useStore.setState({ selected: { kind: 'words', ...passage }, passage, open: null })
  },
  add: null,
  isAdded: () => drawn(next.id),
}
