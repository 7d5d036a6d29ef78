import type { EntityRow } from '../../preload/contract/network.ts'

const isPartOfWord = /[\p{L}\p{N}\p{M}]/u

/** Entities that words name, with where: by the name or another of the names, as whole words and without regard to case. */
export function namedIn(words: string, entities: Iterable<EntityRow>): { id: string; at: number }[] {
  const text = words.toLowerCase()
  const found: { id: string; at: number }[] = []
  for (const { id, name, aliases } of entities) {
    const places = [name, ...aliases.split('\n')].map((each) => placeOf(each.toLowerCase(), text))
    const at = Math.min(...places.filter((place) => place >= 0))
    if (at < Infinity) found.push({ id, at })
  }
  return found
}

function placeOf(name: string, text: string): number {
  if (name.length < 2) return -1
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + name.length] ?? '']
    if (!isPartOfWord.test(before) && !isPartOfWord.test(after)) return at
  }
  return -1
}
