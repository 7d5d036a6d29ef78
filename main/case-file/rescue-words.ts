import { contentHash } from './articles.ts'
import { areBlocks, type Row } from './sound-row.ts'

/** An article's words as they can be carried, under the hash that they have now. */
export interface Content {
  id: string
  text: string
  blocks: string
  /** They are no longer what was imported. */
  isDamaged: boolean
}

/** Words by the id they were kept under. */
export function contentsOf(rows: Row[]): Map<string, Content> {
  const contents = new Map<string, Content>()
  for (const { id, text, blocks } of rows) {
    if (typeof id !== 'string' || typeof text !== 'string') continue
    const whole = typeof blocks === 'string' && areBlocks(blocks, text.length) ? blocks : oneBlock(text)
    const now = contentHash(text, whole)
    const content = { id: now, text, blocks: whole, isDamaged: now !== id }
    contents.set(id, content)
    // Articles are looked up by either.
    contents.set(now, content)
  }
  return contents
}

/** UTF-16 code units: the limit of an imported article. What lies beyond is no article of ours. */
const longest = 20_000_000

/**
 * Words put together again from an article's passages, each with its quote and the words around it at its place; blanks in
 * between, so that every offset holds. Null where no passage is left.
 */
export function fromPassages(passages: Row[]): Content | null {
  const text: string[] = []
  const put = (words: unknown, at: number) => {
    if (typeof words !== 'string' || at < 0) return
    for (let index = 0; index < words.length; index++) text[at + index] = words.charAt(index)
  }
  for (const { start, end, prefix, suffix } of passages)
    if (typeof prefix === 'string' && Number(end) <= longest) {
      put(prefix, Number(start) - prefix.length)
      put(suffix, Number(end))
    }
  // Quotes last: they are what a person marked, and a damaged prefix must not overwrite one.
  for (const { start, end, quote } of passages)
    if (typeof quote === 'string' && Number(end) <= longest && Number(end) - Number(start) === quote.length)
      put(quote, Number(start))
  if (text.length === 0) return null
  const words = Array.from(text, (unit) => unit ?? ' ')
    .join('')
    .toWellFormed()
  const blocks = oneBlock(words)
  return { id: contentHash(words, blocks), text: words, blocks, isDamaged: true }
}

const oneBlock = (text: string) => JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length }])
