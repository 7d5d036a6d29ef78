import MarkdownIt from 'markdown-it'
import { assemble } from './assemble.ts'
import { findDate } from './dates.ts'
import type { ArticleDraft } from './draft.ts'
import { splitFrontMatter } from './front-matter.ts'
import { joinPieces, type MarkedWords } from './join-pieces.ts'
import { normalise } from './normalise.ts'
import type { Origin } from './piece.ts'

/** HTML is let through the parser so that its tags can be left out of the words. */
const markdown = new MarkdownIt({ html: true })

type Token = ReturnType<typeof markdown.parse>[number]

/** Makes an article of a Markdown text: what the marks say becomes blocks, and no mark is left in its words. */
export function articleFromMarkdown(text: string, origin: Origin): ArticleDraft {
  const { fields, body } = splitFrontMatter(normalise(text))
  const passages = passagesOf(markdown.parse(body, {}))
  const { text: words, pieces } = joinPieces(
    passages.map((passage) => ({ ...passage, words: normalise(passage.words) })),
  )
  const draft = assemble(words, pieces, { ...origin, name: fields.get('title') || origin.name })
  return {
    ...draft,
    byline: fields.get('author') || fields.get('byline') || draft.byline,
    publisher: fields.get('publisher') || draft.publisher,
    publishedOn: findDate(fields.get('date') ?? '')?.date ?? draft.publishedOn,
  }
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
      passages.push({ ...kindWithin(open, token), words: wordsOf(token) })
    } else if (token.type === 'fence' || token.type === 'code_block') {
      passages.push({ kind: 'paragraph', words: token.content })
    } else if (token.type === 'html_block') {
      passages.push({ words: wordsOfHtml(token.content) })
    }
  }
  return withOneTitle(passages)
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
