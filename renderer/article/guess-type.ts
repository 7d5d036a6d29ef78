import type { EntityType } from '../../preload/contract/network.ts'

/** Names of states in English, from the runtime's own tables (ICU), by the codes of ISO 3166. */
const states = (() => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  // Codes for users' own purposes have names such as "Unknown Region".
  const real = codes.filter((code) => !/^(?:X|Z[XZ]|Q[M-Z]|AA|EU|EZ|UN|QO)/u.test(code))
  return new Set(real.flatMap((code) => names.of(code)?.toLowerCase() ?? []))
})()

const words: [RegExp, EntityType][] = [
  [
    /\b(?:brigades?|militia|army|front|fighters|taliban|mujahideen|battalion|isis|isis-k|al-qaida)\b/iu,
    'group',
  ],
  [
    /\b(?:ministry|council|agency|university|force|corps|guard|party|company|bank|union|organi[sz]ation|institute|department|committee|court|police)\b/iu,
    'organisation',
  ],
  [/\b(?:bombing|attack|war|battle|summit|election|massacre|agreement|accord)\b/iu, 'event'],
  [/\b(?:airport|base|prison|plant|embassy|mosque|shrine|port|hospital|camp|reactor)\b/iu, 'facility'],
  [/\b(?:city|province|valley|river|strait|gulf|sea|mountains?|district|region)\b/iu, 'place'],
  [/\b(?:report|act|treaty|resolution|communiqué|memorandum)\b/iu, 'document'],
]

/**
 * What a name is most likely the name of, told by its own words; null where they do not tell. Only sets which type stands ready in the
 * picker: a person sees it and decides.
 */
export function guessType(name: string): EntityType | null {
  const bare = name.trim().replace(/^the\s+/iu, '')
  if (states.has(bare.toLowerCase())) return 'state'
  return words.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}
