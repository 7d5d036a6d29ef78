import type { ArticleDraft } from './draft.ts'

/** What a file says of itself beside its words; each empty where it says nothing. */
export interface OwnDetails {
  byline: string
  publisher: string
  publishedOn: string
  source: string
  language: string
}

/** Names that programs write where nobody gave one. */
const NO_NAME =
  /^(?:|user|admin(?:istrator)?|owner|author|unknown|anonymous|microsoft(?: office)?(?: user)?|office|pc|hp|dell|python-docx|un-named|untitled)$/iu

/**
 * Fills in what the words of an article do not say. The words go first: a file names who typed it and when that was, which need not
 * be the author and the day.
 */
export function withOwnDetails(draft: ArticleDraft, own: OwnDetails): ArticleDraft {
  return {
    ...draft,
    byline: draft.byline || (NO_NAME.test(own.byline) ? '' : own.byline),
    publisher: draft.publisher || (NO_NAME.test(own.publisher) ? '' : own.publisher),
    publishedOn: draft.publishedOn || own.publishedOn,
    source: own.source || draft.source,
    language: languageFrom(draft.language, own.language),
  }
}

/** A file's own word for its language says more (en-GB) than its words can, but is often the program's and not the text's. */
export function languageFrom(told: string, declared: string): string {
  const tag = languageTag(declared)
  return told === '' || tag.split('-')[0] === told ? tag || told : told
}

/** A BCP 47 tag in its usual form, or empty. */
export function languageTag(said: string): string {
  try {
    return Intl.getCanonicalLocales(said.trim().replaceAll('_', '-').slice(0, 35))[0] ?? ''
  } catch {
    return ''
  }
}
