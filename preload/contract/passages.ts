import { z } from 'zod'
import { call, Id } from './call.ts'

/** Correcting where passages begin and end. */
export const passageCalls = {
  /**
   * Put a passage on more or fewer words, with all that is on it. A passage that stands on exactly these words already, and
   * names no other entity, becomes one with it: `joined` says so.
   */
  'annotate.resize': call(
    z.object({ annotationId: Id, start: z.int().min(0), end: z.int().min(0) }),
  ).answers<{ annotationId: string; joined: boolean }>(),
  /**
   * Make a passage two at a place in it. Both keep its tags, the entity they name and what they are evidence for; its notes stay
   * with the first.
   */
  'annotate.split': call(z.object({ annotationId: Id, at: z.int().min(0) })).answers<{
    annotationId: string
    restId: string
  }>(),
  /** Make passages that overlap or touch one, the first of them: it takes over the others' tags, notes and evidence. */
  'annotate.merge': call(z.object({ annotationIds: z.array(Id).min(2).max(1000) })).answers<{
    annotationId: string
  }>(),
}
