import { TroubleError } from '../../trouble.ts'
import { readXml } from './read-xml.ts'
import type { Style } from './styles.ts'

/** A paragraph of a Word document: its words, and what its style says it is. */
export interface Paragraph extends Style {
  words: string
}

/** The words of so many novels, in code units, and their paragraphs: more than any article. */
const MOST_WORDS = 20_000_000
const MOST_PARAGRAPHS = 400_000

interface Open {
  words: string[]
  style: Style
  isItem: boolean
}

/**
 * What holds words that are not the text's: changes that were taken back, the field codes of Word, and the second copy of a text
 * box that is kept for older programs.
 */
const LEFT_OUT = new Set(['del', 'moveFrom', 'delText', 'instrText', 'Fallback', 'sectPr', 'tblPr'])

/**
 * The paragraphs of one part of a Word document, in the document's order; a row of a table is one, its cells set apart by tabs.
 * A text box stands before the paragraph it is fixed to.
 */
export function paragraphsOf(xml: string, styles: Map<string, Style>): Paragraph[] {
  const found: Paragraph[] = []
  const open: Open[] = []
  let cells: string[] | null = null
  let leftOut = ''
  let depth = 0
  let isWords = false
  /** Within `w:r`: a run that nobody is meant to see. */
  let isHidden = false
  let noteId = ''

  let size = 0
  const add = (text: string) => {
    size += text.length
    if (size > MOST_WORDS || found.length > MOST_PARAGRAPHS) throw tooLong()
    open.at(-1)?.words.push(text)
  }
  const endRow = () => {
    const words = cells?.join('\t') ?? ''
    if (words.trim() !== '') found.push({ kind: 'paragraph', words })
    cells = null
  }
  const endParagraph = () => {
    const done = open.pop()
    if (!done) return
    const words = done.words.join('')
    if (cells) cells[cells.length - 1] += cells.at(-1) ? ` ${words}` : words
    else if (words.trim() !== '')
      found.push({ ...kindOf(done), words: noteId ? `[${noteId}] ${words}` : words })
    if (words.trim() !== '') noteId = ''
  }

  readXml(xml, {
    open: (tag, attributes) => {
      if (leftOut !== '') {
        if (tag === leftOut) depth++
        return
      }
      if (LEFT_OUT.has(tag)) {
        leftOut = tag
        depth = 1
        return
      }
      const value = attributes.get('val') ?? ''
      const isOn = !/^(?:0|false|off)$/u.test(value)
      const current = open.at(-1)
      if (tag === 'p') open.push({ words: [], style: {}, isItem: false })
      else if (tag === 'r') isHidden = false
      else if (tag === 't') isWords = !isHidden
      else if (tag === 'vanish') isHidden = isOn
      else if (tag === 'tab' && attributes.size === 0) add('\t')
      else if (tag === 'br' || tag === 'cr') add(attributes.get('type') === 'page' ? '' : '\n')
      else if (tag === 'noBreakHyphen') add('\u2011')
      else if (tag === 'footnoteReference' || tag === 'endnoteReference')
        add(`[${attributes.get('id') ?? ''}]`)
      else if (tag === 'footnote' || tag === 'endnote') {
        // Those with a type are the lines that set notes apart.
        if (attributes.has('type')) leftOut = tag
        depth = 1
        noteId = attributes.get('id') ?? ''
      } else if (tag === 'tr') cells ??= []
      else if (tag === 'tc') cells?.push('')
      else if (tag === 'pStyle' && current) current.style = styles.get(value) ?? {}
      else if (tag === 'numId' && current) current.isItem = value !== '0'
      else if (tag === 'outlineLvl' && current && Number(value) < 9)
        current.style = { kind: 'heading', level: Number(value) + 1 }
    },
    close: (tag) => {
      if (leftOut !== '') {
        if (tag === leftOut && --depth === 0) leftOut = ''
      } else if (tag === 'p') endParagraph()
      else if (tag === 't') isWords = false
      else if (tag === 'tr') endRow()
    },
    words: (text) => {
      if (isWords && leftOut === '') add(text)
    },
  })
  // What a document that was cut off left open.
  while (open.length > 0) endParagraph()
  endRow()
  return found
}

function tooLong(): TroubleError {
  return new TroubleError(
    'file-too-large',
    'This Word document is longer than 20 million letters or 400,000 paragraphs. Nothing was added to the case.',
    'Cut it into smaller files, or copy the part you need and paste it.',
  )
}

function kindOf({ style, isItem }: Open): Style {
  return style.kind === undefined && isItem ? { kind: 'listItem' } : style
}
