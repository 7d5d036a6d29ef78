/**
 * The Admiralty code (NATO STANAG 2511): how reliable a source is, A (always) to E (not), F (cannot be judged), and how credible
 * what it says is, 1 (confirmed) to 5 (improbable), 6 (cannot be judged). Empty where nothing was said.
 */
export const reliabilities = ['', 'A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof reliabilities)[number]
export const credibilities = ['', '1', '2', '3', '4', '5', '6'] as const
export type Credibility = (typeof credibilities)[number]
