const AGENCY =
  '(?:AFP|AP|Reuters|EPA|Getty(?: Images)?|Anadolu|Xinhua|TASS|dpa|NurPhoto|Shutterstock|Alamy|UPI)'

/** How a caption ends. A paragraph about a picture agency names it too, so a name alone, or one in mid-sentence, is no credit. */
const CREDITS = [
  /\((?:photo|image|picture|illustration|graphic|credit|foto)s?(?: by| from| courtesy|:)[^()]{1,120}\)$/iu,
  new RegExp(`\\([^()]{1,80}(?:/| via )${AGENCY}(?:/[^()]{1,40})?\\)$`, 'u'),
  new RegExp(`\\b(?:photo|image|picture)s?(?: by|:)[^.]{1,80}${AGENCY}\\.?$`, 'iu'),
  new RegExp(`/${AGENCY}$| via ${AGENCY}$`, 'u'),
]
const LABEL = /^(?:photo|image|picture|caption|illustration|photograph|foto)(?: credit)?\s?:\s/iu
const LABELLED_MAX = 300
/** The longest credit looked for, in code units, so that a long paragraph costs no more than a short one. */
const CREDIT_MAX = 240

/** Whether a piece is the words under a picture: it ends with a credit, or with a page's buttons for a long caption. */
export function isCaption(words: string): boolean {
  if (words.endsWith('MORE LESS')) return true
  if (LABEL.test(words) && words.length <= LABELLED_MAX) return true
  const end = words.slice(-CREDIT_MAX)
  return CREDITS.some((credit) => credit.test(end))
}
