import type { Place } from '../../preload/contract/versions.ts'

/** So many UTF-16 code units around a passage are kept; where they are fewer, the article begins or ends. */
const around = 32

/** A passage's words with a little of what stands around them, without the words that are cut off. */
export function Words({ place: { prefix, quote, suffix } }: { place: Place }) {
  return (
    <q dir="auto">
      <span className="dim">{prefix.length < around ? prefix : prefix.replace(/^\S+\s/u, '…')}</span>
      <mark>{quote}</mark>
      <span className="dim">{suffix.length < around ? suffix : suffix.replace(/\s\S+$/u, '…')}</span>
    </q>
  )
}
