import { z } from 'zod'
import { call, Id, Name } from './call.ts'
import { Meaning } from './codebook.ts'

/** A span of one article, with the words it covers kept beside the offsets so that a shift is seen and never silent. */
export interface AnnotationRow {
  id: string
  articleId: string
  /** UTF-16 code units of the article's text; `end` is exclusive. */
  start: number
  end: number
  /** The words themselves, and up to 32 code units on either side (W3C TextQuoteSelector). */
  quote: string
  prefix: string
  suffix: string
  /** The entity that these words name, where they name one: then the annotation is a mention. */
  entityId: string | null
  createdAt: string
}

export interface TagRow {
  id: string
  name: string
  /** 1 to 8: one of the eight tag colours of the look. */
  color: number
  description: string
  createdAt: string
  /** The tag it is below. A case from elsewhere may hold a circle: whoever climbs it remembers where it was. */
  parentId: string | null
  /** 1 to 9: the number key that puts it on a passage; 0 for none. */
  pin: number
}

/** One tag on one annotation. */
export interface TaggingRow {
  id: string
  annotationId: string
  tagId: string
}

/** Words to act on: a passage just selected, or an annotation that is there already. */
export const Passage = z.union([
  z.object({ annotationId: Id }),
  z.object({ articleId: Id, start: z.int().min(0), end: z.int().min(0) }),
])
export type Passage = z.infer<typeof Passage>

const Color = z.int().min(1).max(8)

export const annotateCalls = {
  /** Put a tag on a passage: one that exists, or a new one by its name. */
  'annotate.tag': call(
    z.object({ passage: Passage, tag: z.union([z.object({ id: Id }), z.object({ name: Name })]) }),
  ).answers<{ annotationId: string; tagId: string }>(),
  /** Take a tag off a passage. A passage that then carries nothing goes too. */
  'annotate.untag': call(z.object({ annotationId: Id, tagId: Id })).answers<void>(),
  /** Remove a passage with its tags, notes and what it is evidence for. */
  'annotate.remove': call(z.object({ annotationId: Id })).answers<void>(),
  /** Rename a tag, give it another colour or a description. */
  'tag.edit': call(z.object({ tagId: Id, name: Name, color: Color, description: Meaning })).answers<void>(),
  /** Delete a tag everywhere. Passages that then carry nothing go too. */
  'tag.remove': call(z.object({ tagId: Id })).answers<void>(),
}
