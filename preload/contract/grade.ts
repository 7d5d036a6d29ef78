import { z } from 'zod'

/**
 * The Admiralty code (NATO STANAG 2511): how reliable a source is, A (always) to E (not), F (cannot be judged), and how credible
 * what it says is, 1 (confirmed) to 5 (improbable), 6 (cannot be judged). Empty where nothing was said.
 */
export const reliabilities = ['', 'A', 'B', 'C', 'D', 'E', 'F'] as const
export const Reliability = z.enum(reliabilities)
export type Reliability = z.infer<typeof Reliability>
export const credibilities = ['', '1', '2', '3', '4', '5', '6'] as const
export const Credibility = z.enum(credibilities)
export type Credibility = z.infer<typeof Credibility>

export interface Grade {
  reliability: Reliability
  credibility: Credibility
}

export const reliabilityWords: Record<Reliability, string> = {
  '': 'not graded',
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}
export const credibilityWords: Record<Credibility, string> = {
  '': 'not graded',
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
}

/** The grade a passage counts with: its own, and where it has none its article's, letter and number each for itself. */
export const gradeOf = (own: Grade, article: Grade | undefined): Grade => ({
  reliability: own.reliability || (article?.reliability ?? ''),
  credibility: own.credibility || (article?.credibility ?? ''),
})

/** "B2"; "B–" and "–2" where half was said; empty where nothing was. */
export const gradeText = ({ reliability, credibility }: Grade): string =>
  reliability || credibility ? `${reliability || '–'}${credibility || '–'}` : ''

/** The best grade of several: the most reliable source, and of equals the most credible; what was not said comes last. */
export function bestGrade(grades: Grade[]): Grade | null {
  const rank = ({ reliability, credibility }: Grade) => (reliability || 'G') + (credibility || '7')
  const [best] = grades.filter((grade) => gradeText(grade)).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return best ?? null
}
