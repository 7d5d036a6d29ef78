import type { Direction } from '../../preload/contract/article.ts'

/** How much of a text is looked at, in code units: more would not change the answer. */
const SAMPLE = 20_000
/** One word in this many must be a language's own small word before the language is named. */
const ONE_WORD_IN = 12

/** Small words common in one language; those shared by many ("de", "la", "in") tell little and count for each. */
const STOP_WORDS: Record<string, string> = {
  en: 'the of and to in is that was for on it with as by at from which this have not',
  de: 'der die das und ist nicht ein eine mit von zu den auf für dem sich auch wird im',
  fr: 'le la les des et est une un dans pour que qui sur pas du au avec ce plus sont',
  es: 'el la los las de y en que es una un por con para del se no su al como',
  it: 'il la di che e è un una per con del della non sono gli le nel alla dei da',
  pt: 'o a os as de e que em um uma para com não do da no na por mais é',
  nl: 'de het een en van is dat niet op te voor met zijn aan ook door naar bij er om',
  sv: 'och att det som en är på av för med den till inte ett om har de var från i',
  pl: 'i w z na nie się że do to jest o jak po za od przez ale dla co są',
  tr: 've bir bu için da de ile olarak daha çok en gibi ne kadar sonra olan var ama',
}
const WORDS = Object.entries(STOP_WORDS).map(([tag, words]) => [tag, new Set(words.split(' '))] as const)

/** Scripts, and within a script the letters only one language uses; the first that is common enough is the answer. */
const SCRIPTS: [script: RegExp, letters: [RegExp, string][], otherwise: string][] = [
  [
    /\p{Script=Arabic}+/gu,
    [
      [/[ٹڈڑےں]/gu, 'ur'],
      [/[پچژگ]/gu, 'fa'],
    ],
    'ar',
  ],
  [/\p{Script=Hebrew}+/gu, [], 'he'],
  [
    /\p{Script=Cyrillic}+/gu,
    [
      [/[ӣҳҷӯ]/gu, 'tg'],
      [/[іїєґ]/gu, 'uk'],
    ],
    'ru',
  ],
  [/\p{Script=Greek}+/gu, [], 'el'],
  [/\p{Script=Hangul}+/gu, [], 'ko'],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
    [[/[\p{Script=Hiragana}\p{Script=Katakana}]+/gu, 'ja']],
    'zh',
  ],
  [/\p{Script=Devanagari}+/gu, [], 'hi'],
]
/** A language's own letters make up at least this share of its letters. */
const OWN_LETTERS = 0.01

const LATIN = /\p{Script=Latin}+/gu
const LETTERS = /\p{L}+/gu
const RTL_LETTERS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]+/gu

/** The BCP 47 tag of the language most of the words are in, or empty where it cannot be told. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const letters = count(sample, LETTERS)
  // Most texts are: none of the other scripts can then have more than half.
  if (count(sample, LATIN) * 2 > letters) return byStopWords(sample)
  for (const [script, own, otherwise] of SCRIPTS) {
    const inScript = count(sample, script)
    if (inScript === 0 || inScript * 2 <= letters) continue
    return own.find(([letter]) => count(sample, letter) >= inScript * OWN_LETTERS)?.[1] ?? otherwise
  }
  return byStopWords(sample)
}

/** The direction most of the letters run in. */
export function directionOf(text: string): Direction {
  const sample = text.slice(0, SAMPLE)
  return count(sample, RTL_LETTERS) * 2 > count(sample, LETTERS) ? 'rtl' : 'ltr'
}

function byStopWords(sample: string): string {
  const words = sample.toLowerCase().match(LETTERS) ?? []
  let best = ''
  let most = Math.max(2, words.length / ONE_WORD_IN)
  for (const [tag, stopWords] of WORDS) {
    const hits = words.filter((word) => stopWords.has(word)).length
    if (hits > most) [best, most] = [tag, hits]
  }
  return best
}

/** How many letters there are, in UTF-16 code units. Looked for in runs: letter by letter it takes ten times as long. */
function count(text: string, runs: RegExp): number {
  let letters = 0
  for (const run of text.match(runs) ?? []) letters += run.length
  return letters
}
