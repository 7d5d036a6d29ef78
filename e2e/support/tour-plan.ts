/** What the tour does with an article that nobody has seen before. */
export interface Plan {
  entities: { name: string; type: string }[]
  /** Whole sentences, each within one paragraph. */
  sentences: string[]
  relations: { words: string; from: string; kind: string; to: string }[]
}

/** Types of names that are known to a reader; of any other the tour says "other". */
const types: [RegExp, string][] = [
  [/^(Qassem |Esmail )?(Soleimani|Qaani)$/u, 'person'],
  [/^(ISIS-K|Taliban|Lashkar-e-Jhangvi|Islamic State.*|Islamic Movement.*)$/u, 'armed group'],
  [/(Force|Guard|Corps|Brigade|Council|Agency|Ministry|Union|University)/u, 'organisation'],
  [
    /^(Iran|Afghanistan|Pakistan|Syria|Germany|Russia|China|India|Tajikistan|Uzbekistan|Turkey|Iraq)$/u,
    'state',
  ],
  [/^(Kerman|Shiraz|Tehran|Kabul|Moscow)$/u, 'place'],
]

const kinds: [RegExp, string][] = [
  [/\b(attack|strike|struck|bomb|kill)/iu, 'attacked'],
  [/\b(claim)/iu, 'claimed'],
  [/\b(command|led|lead|head)/iu, 'leads'],
  [/\b(paid|arm|fund|financ|back|support)/iu, 'backs'],
  [/\b(recruit|fighters from)/iu, 'recruits from'],
  [/\b(against|enem|threat|rival|fought|fight)/iu, 'opposes'],
]

/** The sample is ours, so its plan can be a reader's own. */
export const samplePlan: Plan = {
  entities: [
    { name: 'Kerman', type: 'place' },
    { name: 'Qassem Soleimani', type: 'person' },
    { name: 'ISIS-K', type: 'armed group' },
    { name: 'Iran', type: 'state' },
    { name: 'Quds Force', type: 'organisation' },
    { name: 'Esmail Qaani', type: 'person' },
    { name: 'Fatemiyoun Brigade', type: 'armed group' },
    { name: 'Taliban', type: 'armed group' },
  ],
  sentences: [
    'said within a day that the bombs were its own',
    'The branch has spent three years looking for recruits far outside Afghanistan',
    'prosecutors said that its members had sent money to ISIS-K',
  ],
  relations: [
    {
      words: 'Two bombs went off in Kerman on 3 January 2024',
      from: 'ISIS-K',
      kind: 'attacked',
      to: 'Kerman',
    },
    { words: 'Soleimani had commanded the Quds Force', from: 'Qassem', kind: 'commands', to: 'Quds' },
    { words: 'Esmail Qaani took his place', from: 'Qaani', kind: 'succeeded', to: 'Qassem' },
    { words: 'For years Tehran paid and armed brigades', from: 'Iran', kind: 'backs', to: 'Fatemiyoun' },
    { words: 'which is at war with the Taliban', from: 'ISIS-K', kind: 'opposes', to: 'Taliban' },
    { words: 'Iran also kept a line open to the Taliban', from: 'Iran', kind: 'met', to: 'Taliban' },
    { words: 'it hurts a declared enemy', from: 'ISIS-K', kind: 'opposes', to: 'Iran' },
    { words: 'The Quds Force is the branch', from: 'Quds', kind: 'part of', to: 'Iran' },
  ],
}

const typeOf = (name: string) => types.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'

export function planOf(paragraphs: string[]): Plan {
  const sentences = paragraphs.flatMap(sentencesOf)
  const names = namesIn(sentences).slice(0, 7)
  const known = names.filter((name) => typeOf(name) !== 'other')
  const related: Plan['relations'] = []
  for (const sentence of sentences) {
    const [from, to] = known
      .filter((name) => sentence.includes(name))
      .sort((a, b) => sentence.indexOf(a) - sentence.indexOf(b))
    const isNew = !related.some((each) => each.from === from && each.to === to)
    if (!from || !to || !isNew || related.length === 4) continue
    const between = sentence.slice(sentence.indexOf(from), sentence.indexOf(to))
    // A line says something only where the words between the two names do.
    const kind = kinds.find(([pattern]) => pattern.test(between))?.[1]
    if (!kind) continue
    related.push({ words: sentence, from, kind, to })
  }
  return {
    entities: names.map((name) => ({ name, type: typeOf(name) })),
    sentences: [0, 2, 6].flatMap((index) => sentences[index] ?? []),
    relations: related,
  }
}

function sentencesOf(paragraph: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })
  const pieces: string[] = []
  for (const { segment } of segmenter.segment(paragraph)) {
    // "On Jan. 3" is no end of a sentence, whatever the rules say.
    const isCut = /\b(Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Gen|Col|Lt|Dr|Mr|Mrs|Ms|St|U\.S)\.\s*$/u.test(
      pieces.at(-1) ?? '',
    )
    if (isCut) pieces.push(pieces.pop() + segment)
    else pieces.push(segment)
  }
  return pieces.map((piece) => piece.trim()).filter(({ length }) => length > 40 && length < 400)
}

/** Names by how often they stand inside sentences; in a script without capitals, the longest words. */
function namesIn(sentences: string[]): string[] {
  const counts = new Map<string, number>()
  // The first word of a sentence has a capital whatever it is.
  for (const sentence of sentences)
    for (const { 0: name, index } of sentence.matchAll(
      /(?<![\p{L}-])\p{Lu}[\p{L}-]{2,}(?: \p{Lu}[\p{L}-]+){0,2}/gu,
    ))
      if (index > 0) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size < 2)
    for (const word of sentences.join(' ').match(/[\p{L}\p{M}]{5,}/gu) ?? [])
      counts.set(word, word.length / 100)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
}
