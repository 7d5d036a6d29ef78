import { TroubleError } from '../trouble.ts'
import { binaryKind } from './signature.ts'
import { mendSurrogates } from './surrogates.ts'
import { utf16Label } from './utf16.ts'

/** A file's bytes as words, and sentences about what had to be changed to read them. */
export interface Decoded {
  text: string
  notices: string[]
}

/** A text file holds no control characters. A few are damage to repair; more than one in this many mean it is no text. */
const ONE_CONTROL_IN = 200
const ALWAYS_REPAIRED = 4

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/gu

/**
 * Turns a file's bytes into words, or throws `file-binary` when they are not a text's. `charset` is what the file says of
 * itself: it decides where the bytes do not speak for another.
 */
export function decode(bytes: Uint8Array, charset = ''): Decoded {
  const kind = binaryKind(bytes)
  if (kind) throw notText(`This file is ${kind}, not a text.`)
  const decoded = decodeBytes(bytes, charset)
  const controls = decoded.text.match(CONTROL) ?? []
  if (controls.length > Math.max(ALWAYS_REPAIRED, decoded.text.length / ONE_CONTROL_IN)) {
    throw notText('This file is not a text: it holds bytes that stand for no letters.')
  }
  const nuls = controls.filter((control) => control === '\0').length
  if (nuls > 0) {
    decoded.text = decoded.text.replaceAll('\0', '')
    decoded.notices.push(`Left out ${nuls} empty ${nuls === 1 ? 'character' : 'characters'} (NUL).`)
  }
  return decoded
}

function notText(message: string): TroubleError {
  return new TroubleError(
    'file-binary',
    message,
    'Open it in the program it belongs to, copy the words and paste them.',
  )
}

function decodeBytes(bytes: Uint8Array, charset: string): Decoded {
  const utf16 = utf16Label(bytes)
  // Not fatal: a lone surrogate or half a character becomes U+FFFD, and the rest can still be read.
  if (utf16) return withDamage(new TextDecoder(utf16).decode(bytes))
  const plain = strictUtf8(bytes)
  // Nothing but ASCII may still be another charset's, such as ISO-2022-JP's.
  const isUtf8 = plain !== null && (charset === '' || plain.length < bytes.length)
  if (isUtf8) return { text: plain, notices: [] }
  const declared = decodeAs(charset, bytes)
  if (declared !== null) return withDamage(declared)
  if (plain !== null) return { text: plain, notices: [] }
  const mended = mendSurrogates(bytes)
  const text = strictUtf8(mended) ?? brokenUtf8(mended)
  if (text !== null) return withDamage(text)
  return { text: new TextDecoder('windows-1252').decode(bytes), notices: ['Read as Windows-1252.'] }
}

/** Null where there is no charset of that name. */
function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    return charset === '' ? null : new TextDecoder(charset).decode(bytes)
  } catch {
    return null
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Bytes that are not quite UTF-8 were meant as it where more letters beyond ASCII come out whole than damaged: so a file cut off
 * in mid-letter shows one U+FFFD at its end rather than a page of "Ã©". Null where they were not, which is plain: a Windows-1252
 * letter hardly ever has another after it that would make a whole UTF-8 letter of the two.
 */
function brokenUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  let damaged = 0
  let whole = 0
  // Unit by unit: a pattern's list of matches would be as long as a Russian novel.
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) damaged++
    else if (unit > 0x7f) whole++
  }
  return whole > damaged ? text : null
}

function withDamage(text: string): Decoded {
  const notices = text.includes('\ufffd') ? ['Some characters were damaged and are shown as \ufffd.'] : []
  return { text, notices }
}
