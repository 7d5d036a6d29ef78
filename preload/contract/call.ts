import { z } from 'zod'
import { onOneLine } from './line.ts'

/**
 * One call of the contract: the schema its input is parsed with in the main process, and the type it answers with.
 * `output` exists for the compiler only; nothing is stored in it.
 */
export interface Call<Input extends z.ZodType, Output> {
  input: Input
  output?: Output
}

/** Write a call as `call(schema).answers<Type>()`. */
export function call<Input extends z.ZodType>(input: Input) {
  return { answers: <Output>(): Call<Input, Output> => ({ input }) }
}

/** A UUIDv7 in lower case: ids sort by the time they were made, and merge without clashes. */
export const Id = z.uuidv7()

/** A call that needs nothing. */
export const Nothing = z.undefined()

const nameTooLong = 'A name can have 200 characters at most.'

/**
 * A name a person types: trimmed, on one line, 1 to 200 UTF-16 code units. What is far too long is refused before it is
 * normalised, which takes 20 ms a million letters.
 */
export const Name = z
  .string()
  .max(10_000, nameTooLong)
  .transform((name) => onOneLine(name.normalize('NFC')))
  .pipe(z.string().min(1, 'It needs a name.').max(200, nameTooLong))

/** Longer words a person types, such as a note: at most 200,000 UTF-16 code units, any line breaks as LF. */
export const Prose = z
  .string()
  .max(200_000, 'That is too long: 200,000 characters is the most.')
  .transform((text) => text.toWellFormed().normalize('NFC').replace(/\r\n?/gu, '\n'))
