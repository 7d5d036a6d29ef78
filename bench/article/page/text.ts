import type { AnnotationRow, TaggingRow, TagRow } from '../../../preload/contract/annotate.ts'
import type { ArticleContent, ArticleRow } from '../../../preload/contract/article.ts'

/** One article with its annotations, the same for the same arguments. */
export interface Sample {
  article: ArticleRow
  content: ArticleContent
  annotations: AnnotationRow[]
  taggings: TaggingRow[]
  tags: TagRow[]
}

const words =
  'the port had closed before noon and nobody on the quay could say who gave the order or when it would open again while ' +
  'ships waited outside with their lights on as the wind turned north'
const list = words.split(' ')
/** A paragraph is 555 characters, as in the articles that the targets were set on: 1 MB is 1,800 of them. */
const paragraph = 555

export function sampleOf(kilobytes: number, count: number): Sample {
  const dice = lehmer(kilobytes * 7 + count)
  const content: ArticleContent = { text: '', blocks: [] }
  const parts: string[] = []
  let length = 0
  while (length < kilobytes * 1000) {
    let text = ''
    while (text.length < paragraph) text += `${text && ' '}${list[Math.floor(dice() * list.length)]}`
    content.blocks.push({ kind: 'paragraph', start: length, end: length + text.length })
    parts.push(text)
    length += text.length + 2
  }
  content.text = parts.join('\n\n')
  const tags = Array.from({ length: 8 }, (_, index) => tagOf(index))
  const annotations = Array.from({ length: count }, (_, index) => {
    const block = content.blocks[Math.floor(dice() * content.blocks.length)] as { start: number; end: number }
    const start = block.start + Math.floor(dice() * (paragraph - 40))
    return annotationOf(index, content.text, start, start + 8 + Math.floor(dice() * 30))
  })
  // In the order of the case file's index.
  annotations.sort((a, b) => a.start - b.start || a.end - b.end)
  const taggings = annotations.map((annotation, index) => ({
    id: `g${index}`,
    annotationId: annotation.id,
    tagId: `t${index % 8}`,
  }))
  return { article, content, annotations, taggings, tags }
}

export function annotationOf(index: number, text: string, start: number, end: number): AnnotationRow {
  const quote = text.slice(start, end)
  return {
    id: `a${index}`,
    articleId: 'one',
    start,
    end,
    quote,
    prefix: '',
    suffix: '',
    entityId: null,
    createdAt: '',
  }
}

const tagOf = (index: number): TagRow => ({
  id: `t${index}`,
  name: `Tag ${index}`,
  color: index + 1,
  description: '',
  createdAt: '',
  parentId: null,
  pin: 0,
})

const article: ArticleRow = {
  id: 'one',
  contentId: '',
  title: 'The port',
  byline: '',
  publisher: '',
  publishedOn: '',
  source: '',
  language: 'en',
  direction: 'ltr',
  addedAt: '',
  reliability: '',
  credibility: '',
  replacesId: null,
}

/** Park and Miller's generator (1988): numbers from 0 to 1, the same for the same seed. */
function lehmer(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
