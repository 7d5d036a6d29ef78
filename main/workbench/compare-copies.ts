import { basename } from 'node:path'
import type { Trouble } from '../../preload/contract/trouble.ts'
import type { OpenCase } from '../case-file/open-case.ts'
import { hasRevision, lastRevision } from '../case-file/revisions.ts'
import type { SeenCases, Sight } from '../seen-cases.ts'

/**
 * Says so when a file that was just opened lacks what this computer last saw of the same case: a sync client or a person put
 * back an older copy, or another copy went on. Null where nothing is missing. Never refuses: the words are the person's.
 */
export function lacking(one: OpenCase, seen: SeenCases): Trouble | null {
  const sights = seen.of(one.info().id)
  const here = sights.find((sight) => sight.path === one.path)
  const lost = (sight: Sight) => !hasRevision(one.read, sight)
  if (here && lost(here)) return older(one, here)
  // A copy under another name is only worth a word the first time it is opened.
  const elsewhere = here ? undefined : sights.find((sight) => lost(sight) && sight.path !== one.path)
  return elsewhere ? elsewhereNewer(one, elsewhere) : null
}

/** Remembers how far the case has come. To be called when it is opened and after every step. */
export function see(one: OpenCase, seen: SeenCases): void {
  seen.see(one.info().id, { path: one.path, ...lastRevision(one.read), at: new Date().toISOString() })
}

function older(one: OpenCase, last: Sight): Trouble {
  const { number } = lastRevision(one.read)
  const short =
    number < last.number
      ? `it holds ${number} of the ${last.number} changes you had`
      : 'other changes have taken the place of yours'
  return {
    code: 'case-older',
    message: `“${basename(one.path)}” is not the file you last worked on (${day(last.at)}): ${short}.`,
    advice:
      'A cloud folder or a copy may have put another file in its place. Look for a second copy beside it, or restore a backup.',
    remedy: 'case.backups',
  }
}

function elsewhereNewer(one: OpenCase, last: Sight): Trouble {
  return {
    code: 'case-copy-newer',
    message: `“${basename(one.path)}” is a copy that lacks what you did in “${basename(last.path)}” (${day(last.at)}).`,
    advice: 'Go on here if this copy is meant; otherwise open the other one.',
  }
}

const day = (at: string) => new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
