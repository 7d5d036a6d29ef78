/** Where a line stands: before the first long paragraph, between the first and the last, or after the last. */
export type Zone = 'head' | 'body' | 'tail'

/** Longer than this, in code units, a piece is taken for the author's words whatever it says. */
const LONGEST = 300

const WORK = '(?:article|story|piece|essay|post|commentary)'

/** Lines no author writes into a text: they are set apart wherever they stand. */
const ANYWHERE = [
  /^(?:please )?(?:sign up|subscribe)(?: now| here| today)? (?:for|to) .*\b(?:newsletters?|mailing list)\b.{0,60}$/iu,
  /^get .{1,80} (?:in|to) your inbox\b.{0,40}$/iu,
  /^(?:advertisement|sponsored content|paid content|(?:story|article) continues below.{0,30})\.?$/iu,
  new RegExp(
    `^this ${WORK} (?:is|was|has been) (?:republished|reprinted|(?:originally|first) published)\\b`,
    'iu',
  ),
  new RegExp(`^this ${WORK} (?:originally|first) appeared (?:at|in|on)\\b`, 'iu'),
  new RegExp(`^this ${WORK} is part of\\b.*\\bwas (?:originally|first) published\\b`, 'iu'),
  /^(?:republished|reprinted) .*\bcreative commons\b/iu,
  /^read the original (?:article|story|version)\.?$/iu,
  /^(?:we|this site|this website) uses? cookies\b/iu,
  /^(?:accept|reject|manage)(?: all)? cookies$/iu,
]

/** What agencies and press offices set over the title. */
const OVER_TITLE = [
  /^(?:urgent|flash|breaking(?: news)?|(?:press|news|media) release|for immediate release|embargoed(?: until)?\b.{0,60})[:!]?$/iu,
  /^(?:press |media )?contacts?: .{1,120}$/iu,
]

export const isOverTitle = (words: string): boolean =>
  words.length < LONGEST && OVER_TITLE.some((pattern) => pattern.test(words))

/** Lines of a page's head and foot. Between paragraphs they may be the author's, and stay. */
const AT_THE_ENDS = [
  /^(?:ends?|-\s?30\s?-|(?:#\s?){3})$/iu,
  ...OVER_TITLE,
  /^start your (?:day|morning|week) with .{1,60}$/iu,
  new RegExp(`^this ${WORK} is part of\\b`, 'iu'),
  /^(?:sign up|sign in|log in|register|subscribe|subscribe now|menu|search|home|donate|support us|print|e-?mail|save)$/iu,
  /^(?:share|tweet|share (?:this|on|via)\b.{0,40}|facebook|twitter|x|whatsapp|telegram|linkedin|copy link|listen|gift)$/iu,
  /^skip (?:to|advertisement)\b.{0,30}$/iu,
  /^(?:read|see|show) (?:more|also|next|the original)\b.{0,80}$/iu,
]

/** Lines of a page's foot alone: at its head they could be headings. */
const AT_THE_FOOT = [
  /^(?:\d+ )?comments?(?: \(\d+\))?$/iu,
  /^(?:leave|add|post|write) a (?:comment|reply)$/iu,
  /^our standards: .{1,80}$/iu,
  /^(?:latest|more from|more in|more on|most read|most popular|trending|related|recommended|you may also like)(?: \S+){0,4}$/iu,
  /^(?:masthead\s?)+$/iu,
  /^(?:about|about us|contact|contact us|careers|advertise|privacy(?: policy)?|terms(?: of (?:use|service))?|cookies?(?: policy)?)$/iu,
  /^(?:©|\(c\)|copyright)\s?(?:©\s?)?\d{4}\b/iu,
  /\ball rights reserved\.?$/iu,
]

/** A line of a masthead, "Managing Editor:" with or without a name: capitals throughout, as no sentence has. */
const POST = /^\p{Lu}[\p{L}-]*(?:\s(?:\p{Lu}[\p{L}-]*|&|and|at|of)){0,5}:(?:\s\p{Lu}[\p{L}.'’-]*){0,5}$/u
const JOB =
  /\b(?:editors?|publisher|counsel|director|designer|developer|producer|reporter|writer|head|manager|officer|founder|photographer|president|engineer)\b/iu

const PATTERNS: Record<Zone, RegExp[]> = {
  body: ANYWHERE,
  head: [...ANYWHERE, ...AT_THE_ENDS],
  tail: [...ANYWHERE, ...AT_THE_ENDS, ...AT_THE_FOOT],
}

const FIRST_PUBLISHED =
  /\b(?:originally|first) (?:published|appeared) (?:at|in|on|by) (.+?)(?:\.(?:\s|$)|[,;]| under | on \d|$)/iu
const REPUBLISHED = /\b(?:republished|reprinted) from (.+?)(?:\.(?:\s|$)|[,;]| under | on \d|$)/iu

/**
 * Whether a piece belongs to the page rather than to the article: a prompt, a button, a notice, a masthead. Furniture is
 * folded away, and hiding a real paragraph is worse than showing a button, so a line must look like one; its place alone
 * never decides.
 */
export function isFurniture(words: string, zone: Zone): boolean {
  if (words.length > LONGEST) return false
  if (zone === 'tail' && POST.test(words) && JOB.test(words)) return true
  return PATTERNS[zone].some((pattern) => pattern.test(words))
}

/** Who published the article first, where a line of furniture says so; otherwise empty. */
export function publisherNamed(furniture: string): string {
  const name = (FIRST_PUBLISHED.exec(furniture) ?? REPUBLISHED.exec(furniture))?.[1]?.trim() ?? ''
  // "first published in January 2024" names no publisher.
  return /^[^\d]{1,80}$/u.test(name) ? name : ''
}
