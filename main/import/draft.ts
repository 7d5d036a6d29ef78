import type { Block, Direction } from '../../preload/contract/article.ts'

/** What an importer makes of some bytes: an article that is not in any case yet. */
export interface ArticleDraft {
  title: string
  byline: string
  publisher: string
  publishedOn: string
  source: string
  language: string
  direction: Direction
  /** Normalised: NFC, LF, no trailing blanks on a line, well-formed UTF-16. Offsets count its UTF-16 code units. */
  text: string
  blocks: Block[]
  /** Sentences about what had to be changed to read it, such as "Read as Windows-1252". */
  notices: string[]
}
