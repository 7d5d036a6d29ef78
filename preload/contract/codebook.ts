import { z } from 'zod'
import { call, Id, Name, Nothing } from './call.ts'

/** Tags that belong together; a tag can be in several sets. */
export interface TagSetRow {
  id: string
  name: string
  createdAt: string
}

export interface TagSetMemberRow {
  id: string
  tagSetId: string
  tagId: string
}

/** A question to the tags kept under a name. */
export interface TagQueryRow {
  id: string
  name: string
  /** As a person wrote it, but tags by their ids: see question.ts. */
  expression: string
  createdAt: string
}

/** The eight tag colours as tokens.css has them. A codebook for other programs names those of the light look. */
export const tagColors = {
  light: ['#944d02', '#4486ea', '#017566', '#be55ab', '#6339a8', '#760409', '#8f8943', '#203a61'],
  dark: ['#ffcf69', '#13bdff', '#108471', '#fc7bba', '#985ac8', '#c74b0e', '#a1aa47', '#b6dff2'],
} as const

/** Control characters: no file of text may hold them. */
const noWords = /[\p{Cc}--[\t\n]]/gv

/** Words that say what a tag means: at most 2000 UTF-16 code units, any line breaks as LF. */
export const Meaning = z
  .string()
  .max(2000, 'What a tag means can have 2,000 characters at most.')
  .transform((text) =>
    text.toWellFormed().normalize('NFC').replace(/\r\n?/gu, '\n').replace(noWords, '').trim(),
  )

/** What a codebook file would add, before anything is added. */
export interface CodebookPreview {
  /** For `codebook.add`. */
  previewId: number
  fileName: string
  /** In the order of the tree. A tag of a name that the case has stays as it is there. */
  tags: { name: string; description: string; color: number | null; level: number; isNew: boolean }[]
  sets: { name: string; isNew: boolean }[]
  /** What had to be changed to read it. Whole sentences. */
  notices: string[]
}

export const codebookCalls = {
  /** Put a tag below another one, or at the top. */
  'tag.move': call(z.object({ tagId: Id, parentId: Id.nullable() })).answers<void>(),
  /** Give a tag one of the keys 1 to 9, or none (0). A tag that had the key has none then: answers its name. */
  'tag.pin': call(z.object({ tagId: Id, pin: z.int().min(0).max(9) })).answers<string | null>(),
  /** Make one tag of two: every passage of the first gets the second, and the first is gone. Answers the second's name. */
  'tag.merge': call(z.object({ tagId: Id, intoId: Id })).answers<string>(),
  /** Make a set of tags, empty at first. */
  'tagSet.make': call(z.object({ name: Name })).answers<{ tagSetId: string }>(),
  /** Rename a set. */
  'tagSet.rename': call(z.object({ tagSetId: Id, name: Name })).answers<{ tagSetId: string }>(),
  /** Delete a set. Its tags stay. */
  'tagSet.remove': call(z.object({ tagSetId: Id })).answers<void>(),
  /** Put a tag into a set, or take it out. */
  'tagSet.put': call(z.object({ tagSetId: Id, tagId: Id, isIn: z.boolean() })).answers<void>(),
  /** Ask where, and write the codebook there: as a table, or as other programs of the field read it (REFI-QDA). */
  'codebook.export': call(z.object({ format: z.enum(['csv', 'qdc']) })).answers<{
    fileName: string
    tags: number
  } | null>(),
  /** Ask which, and read a codebook without adding anything. Answers null when the person chose none. */
  'codebook.read': call(Nothing).answers<CodebookPreview | null>(),
  /** Add what was read last, in one step. */
  'codebook.add': call(z.object({ previewId: z.int().min(1) })).answers<{ tags: number; sets: number }>(),
}
