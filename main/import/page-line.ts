import { isFurniture } from './furniture.ts'
import { readHeadLine } from './head-line.ts'

/** Whether a line may be the page's rather than the article's: its place then decides, whatever the marks around it say. */
export const mayBePageLine = (words: string): boolean =>
  readHeadLine(words) !== null || isFurniture(words, 'tail')
