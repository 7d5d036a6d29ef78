import MarkdownIt from 'markdown-it'
import { assemble } from './assemble.ts'
import { findDate } from './dates.ts'
import type { ArticleDraft } from './draft.ts'
import { splitFrontMatter } from './front-matter.ts'
import { joinPieces, type MarkedWords } from './join-pieces.ts'
import { normalise } from './normalise.ts'
import { mayBePageLine } from './page-line.ts'
import type { Origin } from './piece.ts'

/** HTML is let through the parser so that its tags can be left out of the words. */
const markdown = new MarkdownIt({ html: true })

type Token = ReturnType<typeof markdown.parse>[number]

/** Makes an article of a Markdown text: what the marks say becomes blocks, and no mark is left in its words. */
export function articleFromMarkdown(text: string, origin: Origin): ArticleDraft {
  const { fields, body } = splitFrontMatter(normalise(text))
  const title = fields.get('title') ?? ''
  const passages = untitled(passagesOf(markdown.parse(body, {})), title)
  const { text: words, pieces } = joinPieces(
    passages.map((passage) => ({ ...passage, words: normalise(passage.words) })),
  )
  const draft = assemble(words, pieces, { ...origin, name: title || origin.name })
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean) ?? ''
  const source = first('source', 'url', 'link', 'canonical')
  return {
    ...draft,
    byline: first('author', 'authors', 'byline') || draft.byline,
    publisher: first('publisher', 'site') || draft.publisher,
    publishedOn: findDate(first('published', 'date', 'pubdate'))?.date ?? draft.publishedOn,
    source: /^https?:\/\/\S{1,2000}$/u.test(source) ? source : draft.source,
  }
}

/** A text whose title stands in its front matter begins with its first paragraph, however that reads. */
function untitled(passages: MarkedWords[], title: string): MarkedWords[] {
  const first = passages.findIndex(({ kind, words }) => kind === undefined && !mayBePageLine(words))
  if (!title || first === -1) return passages
  return passages.map((passage, at) => (at === first ? { ...passage, kind: 'paragraph' } : passage))
}

function passagesOf(tokens: Token[]): MarkedWords[] {
  const passages: MarkedWords[] = []
  const open: Token[] = []
  let cells: string[] = []
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token)
    if (token.nesting === -1) open.pop()
    if (token.type === 'tr_close') {
      passages.push({ kind: 'paragraph', words: cells.join('\t') })
      cells = []
    } else if (token.type === 'inline' && /^t[hd]$/u.test(open.at(-1)?.tag ?? '')) {
      cells.push(wordsOf(token))
    } else if (token.type === 'inline') {
      passages.push(asNote({ ...kindWithin(open, token), words: wordsOf(token) }))
    } else if (token.type === 'fence' || token.type === 'code_block') {
      passages.push({ kind: 'paragraph', words: token.content })
    } else if (token.type === 'html_block') {
      passages.push({ words: wordsOfHtml(token.content) })
    }
  }
  return withOneTitle(passages)
}

/** Notes (`[^1]`) and boxes (`[!tip]`) as several programs write them; Markdown itself knows neither. */
function asNote({ words, ...passage }: MarkedWords): MarkedWords {
  const note = /^\[\^([^\]\s]{1,40})\]:\s/u.exec(words)
  if (note) return { kind: 'listItem', words: `[${note[1]}] ${words.slice(note[0].length)}` }
  const shown = words.replace(/\[\^([^\]\s]{1,40})\]/gu, '[$1]')
  return {
    ...passage,
    words: passage.kind === 'quote' ? shown.replace(/^\[![\w-]{1,30}\][+-]?\s/u, '') : shown,
  }
}

/** The innermost mark around a line of words that says what it is; nothing for a plain paragraph. */
function kindWithin(open: Token[], inline: Token): Pick<MarkedWords, 'kind' | 'level'> {
  const heading = /^h([1-6])$/u.exec(open.at(-1)?.tag ?? '')
  if (heading) return { kind: 'heading', level: Number(heading[1]) }
  const around = open.findLast(({ tag }) => tag === 'li' || tag === 'blockquote')
  if (around) return { kind: around.tag === 'li' ? 'listItem' : 'quote' }
  const shown = inline.children?.filter((child) => child.content.trim() !== '')
  return shown?.length === 1 && shown[0]?.type === 'image' ? { kind: 'caption' } : {}
}

/** The first heading of level 1 is the title; further ones are sections, and everything below a section is level 3. */
function withOneTitle(passages: MarkedWords[]): MarkedWords[] {
  const title = passages.find((passage) => passage.level === 1 && passage.words.trim() !== '')
  return passages.map((passage) => {
    if (passage.level === undefined) return passage
    if (passage === title) return { kind: 'title', words: passage.words }
    return { ...passage, level: passage.level <= 2 ? 2 : 3 }
  })
}

function wordsOf(inline: Token): string {
  return (inline.children ?? [])
    .map((token) => {
      if (token.type === 'softbreak') return ' '
      if (token.type === 'hardbreak') return '\n'
      if (token.type === 'image') return wordsOf(token)
      return token.type === 'html_inline' ? withoutTags(token.content) : token.content
    })
    .join('')
}

function wordsOfHtml(html: string): string {
  if (/^\s*<(?:script|style)\b/iu.test(html)) return ''
  const comment = html.startsWith('<!--') ? html.indexOf('-->') : -1
  const shown = comment === -1 ? html : html.slice(comment + '-->'.length)
  return withoutTags(shown)
}

/** Tags that stand between lines leave a line's end, so that the words on either side stay apart. */
function withoutTags(html: string): string {
  return html.replace(/<\/?(?:br|p|div|li|tr|td|th|h[1-6])\b[^<>]*>/giu, '\n').replace(/<[^<>]*>/gu, '')
}
