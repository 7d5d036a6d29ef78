import { extname } from 'node:path'
import { TroubleError } from '../trouble.ts'
import { decode } from './decode.ts'
import type { ArticleDraft } from './draft.ts'
import { articleFromMarkdown } from './from-markdown.ts'
import { articleFromText } from './from-text.ts'

export type FileKind = 'text' | 'markdown' | 'html' | 'word' | 'pdf'

/** What a reading process is given: a file's bytes under its name, or pasted words, as HTML too. It opens nothing by itself. */
export type ReadRequest =
  | { kind: FileKind; name: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'pasted'; text: string; html?: string }

/** Makes an article of bytes or words. Only ever called in a process of its own: see read-apart.ts. */
export async function draftOf(request: ReadRequest): Promise<ArticleDraft> {
  if (request.kind === 'pasted') return pasted(request)
  const { name, bytes } = request
  const kind = kindOf(request)
  const origin = { source: name, name: name.slice(0, name.length - extname(name).length) }
  // Each is loaded only for its kind: that takes longer than reading a text.
  if (kind === 'pdf') return (await import('./pdf/from-pdf.ts')).articleFromPdf(bytes, origin)
  if (kind === 'word') return (await import('./word/from-word.ts')).articleFromWord(bytes, origin)
  if (kind === 'html') {
    const { articleFromHtml, charsetOf } = await import('./html/from-html.ts')
    const { text, notices } = decode(bytes, charsetOf(bytes))
    return withNotices(articleFromHtml(text, origin), notices)
  }
  const { text, notices } = decode(bytes)
  const read = kind === 'markdown' ? articleFromMarkdown : articleFromText
  return withNotices(read(text, origin), notices)
}

/** What the first bytes say goes before a file's ending: a PDF named .txt is one all the same. */
function kindOf({ kind, bytes }: { kind: FileKind; bytes: Uint8Array }): FileKind {
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  if (
    startsWith(bytes, 'PK\x03\x04') &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('word/document.xml')
  )
    return 'word'
  return kind
}

const startsWith = (bytes: Uint8Array, start: string) =>
  Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start

/** Words with their marks, where the clipboard has them; else, or where nothing is left of these, the plain words. */
async function pasted({ text, html = '' }: { text: string; html?: string }): Promise<ArticleDraft> {
  const origin = { source: '', name: '' }
  if (html === '') return articleFromText(text, origin)
  const { articleFromClipboard } = await import('./html/from-html.ts')
  try {
    return articleFromClipboard(html)
  } catch (error) {
    if (!(error instanceof TroubleError) || text.trim() === '') throw error
    return articleFromText(text, origin)
  }
}

function withNotices(draft: ArticleDraft, notices: string[]): ArticleDraft {
  return { ...draft, notices: [...notices, ...draft.notices] }
}
