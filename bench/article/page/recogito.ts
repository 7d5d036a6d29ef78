import { createTextAnnotator, type TextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { bareText, firstMarks, until } from './peer.ts'
import { annotationOf, type Sample, sampleOf } from './text.ts'

let sample: Sample
let text: HTMLElement
let annotator: TextAnnotator
let next: ReturnType<typeof annotationOf>

const drawn = (id: string) => document.querySelector(`[data-annotation="${id}"]`) !== null

/** Its own kind of annotation, with the range that it would otherwise look for. */
function bodyOf({ id, start, end, quote }: ReturnType<typeof annotationOf>) {
  const at = sample.content.blocks.findIndex((block) => block.end > start)
  const node = text.children[at]?.firstChild as Text
  const { start: from } = sample.content.blocks[at] as { start: number }
  const range = document.createRange()
  range.setStart(node, start - from)
  range.setEnd(node, end - from)
  return { id, bodies: [], target: { annotation: id, selector: [{ start, end, quote, range }] } }
}

window.reader = {
  prepare(kilobytes, count) {
    sample = sampleOf(kilobytes, count)
  },
  async open() {
    const ids = firstMarks(sample)
    const since = performance.now()
    text = bareText(sample.content, 'plain')
    const first = await until(() => true, since)
    annotator = createTextAnnotator(text)
    annotator.setAnnotations(sample.annotations.map(bodyOf) as never)
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
  },
  add: () => annotator.addAnnotation(bodyOf(next) as never),
  isAdded: () => drawn(next.id),
}
