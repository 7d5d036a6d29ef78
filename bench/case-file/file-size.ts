import { statSync } from 'node:fs'
import { workbench } from '../../main/workbench/workbench.ts'
import type { Row } from '../measure.ts'
import { copyOfCase, deskWith, sizes } from './cases.ts'

const made = 500

/** What the file grows by for one tagged passage with its history, beside the same two rows as plain JSON. */
export function measureFileSize(): Row[] {
  return sizes.map((size) => {
    const path = copyOfCase(size, 'file-size')
    const desk = deskWith(path)
    const { read } = desk.case
    const article = read.one<{ id: string }>({ text: 'SELECT max(id) AS id FROM article', values: [] })
    const before = statSync(path).size
    let plain = 0
    for (let n = 0; n < made; n++) {
      const { annotationId } = workbench['annotate.tag'](desk, {
        passage: { articleId: article?.id ?? '', start: 150 + n * 2, end: 190 + n * 2 },
        tag: { name: 'Tag 3' },
      }) as { annotationId: string }
      for (const text of [
        'SELECT * FROM annotation WHERE id = ?',
        'SELECT * FROM tagging WHERE annotationId = ?',
      ])
        plain += Buffer.byteLength(JSON.stringify(read.one({ text, values: [annotationId] })))
    }
    const ours = (statSync(path).size - before) / made
    desk.case.close()
    const peer = plain / made
    return {
      bench: 'case-file',
      case: 'bytes for one more tagged passage, its history included',
      size,
      ours,
      peer,
      peerName: 'its two rows as JSON',
      unit: 'bytes',
      ratio: ours / peer,
      target: 'at most 5 times',
      holds: ours / peer <= 5,
    }
  })
}
