import { assemble } from './assemble.ts'
import type { ArticleDraft } from './draft.ts'
import { normalise } from './normalise.ts'
import { cutPlainText, type Origin } from './piece.ts'

/** Makes an article of a plain text, such as a pasted page. Throws `no-words` where there is nothing to read. */
export function articleFromText(text: string, origin: Origin): ArticleDraft {
  const words = normalise(text)
  return assemble(words, cutPlainText(words), origin)
}
