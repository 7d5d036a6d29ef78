export type Utf16Label = 'utf-16le' | 'utf-16be'

/** How many code units are looked at where no byte order mark tells: enough for a page. */
const SAMPLE_UNITS = 4096
/** Of the units of a text in one script, at least this share have one of two high bytes: the script's, and that of ASCII. */
const IN_TWO_BLOCKS = 0.9
/** A space or the end of a line stands at least once in this many units. */
const ONE_ASCII_IN = 50

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL_OR_DAMAGE = /[\u0000-\u0008\u000e-\u001f\ufffd]/u

/** Which UTF-16 the bytes are in, by their byte order mark or, where there is none, plainly by their pattern; else null. */
export function utf16Label(bytes: Uint8Array): Utf16Label | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length % 2 === 1) return null
  if (isPlainly(bytes, 'utf-16le')) return 'utf-16le'
  return isPlainly(bytes, 'utf-16be') ? 'utf-16be' : null
}

/**
 * Read in the wrong way, the high bytes are letters, which spread over twenty values and more. Chinese and Japanese spread as
 * widely and are not recognised: without a mark they are refused, which is better than a page of wrong signs.
 */
function isPlainly(bytes: Uint8Array, label: Utf16Label): boolean {
  const sample = bytes.subarray(0, SAMPLE_UNITS * 2)
  const units = sample.length / 2
  const seen = new Map<number, number>()
  for (let at = label === 'utf-16le' ? 1 : 0; at < sample.length; at += 2) {
    const high = sample[at] ?? 0
    seen.set(high, (seen.get(high) ?? 0) + 1)
  }
  const ascii = seen.get(0) ?? 0
  seen.delete(0)
  const script = Math.max(0, ...seen.values())
  if (ascii * ONE_ASCII_IN < units || ascii + script < units * IN_TWO_BLOCKS) return false
  // The sample may end between the halves of a pair: that half is left out of the look.
  const text = new TextDecoder(label).decode(sample, { stream: true })
  return !CONTROL_OR_DAMAGE.test(text)
}
