import { dateInWords, endsBeforeItStarts, type Period } from '../../preload/contract/dates.ts'
import { TroubleError } from '../trouble.ts'

/** Throws where something would end before it starts. */
export function checkPeriod(when: Period): void {
  if (endsBeforeItStarts(when))
    throw new TroubleError(
      'dates-swapped',
      `It cannot end (${dateInWords(when.endOn, when.endHow)}) before it starts (${dateInWords(when.startOn, when.startHow)}).`,
      'Mend one date.',
    )
}
