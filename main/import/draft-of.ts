import { extname } from 'node:path'
import { decode } from './decode.ts'
import type { ArticleDraft } from './draft.ts'
import { articleFromMarkdown } from './from-markdown.ts'
import { articleFromText } from './from-text.ts'

export type FileKind = 'text' | 'markdown' | 'html'

/** What a reading process is given: a file's bytes under its name, or a pasted text. It opens nothing by itself. */
export type ReadRequest =
  | { kind: FileKind; name: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'pasted'; text: string }

/** Makes an article of bytes or words. Only ever called in a process of its own: see read-apart.ts. */
export async function draftOf(request: ReadRequest): Promise<ArticleDraft> {
  if (request.kind === 'pasted') return articleFromText(request.text, { source: '', name: '' })
  const { kind, name, bytes } = request
  const origin = { source: name, name: name.slice(0, name.length - extname(name).length) }
  if (kind === 'html') {
    // Loaded only for a page: it takes longer than reading a text.
    const { articleFromHtml, charsetOf } = await import('./html/from-html.ts')
    const { text, notices } = decode(bytes, charsetOf(bytes))
    return withNotices(articleFromHtml(text, origin), notices)
  }
  const { text, notices } = decode(bytes)
  const read = kind === 'markdown' ? articleFromMarkdown : articleFromText
  return withNotices(read(text, origin), notices)
}

function withNotices(draft: ArticleDraft, notices: string[]): ArticleDraft {
  return { ...draft, notices: [...notices, ...draft.notices] }
}
