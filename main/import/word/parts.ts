// The one for Node names a variable `require`, which the bundler does too.
import { unzipSync } from 'fflate/browser'
import { TroubleError } from '../../trouble.ts'

/** What the parts that are read may come to unpacked, in bytes: six times the largest file. A zip bomb promises more. */
const MOST_UNPACKED = 120 * 1024 * 1024
const READ =
  /^(?:word\/(?:document|styles|footnotes|endnotes|header\d{0,3}|footer\d{0,3})|docProps\/(?:core|app))\.xml$/u

/**
 * The parts of a Word document that hold words, by their names; no picture and no macro is unpacked. Each is given exactly the
 * room that the archive promises for it, so an archive that promises too little gets no more.
 */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  if (isOlder(bytes)) throw lockedOrOld(bytes)
  let unpacked = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!READ.test(name)) return false
        unpacked += originalSize
        if (unpacked > MOST_UNPACKED) throw tooLarge()
        return true
      },
    })
  } catch (error) {
    throw error instanceof TroubleError ? error : damaged(error)
  }
  const words = new Map<string, string>()
  for (const [name, part] of Object.entries(files)) words.set(name, new TextDecoder().decode(part))
  if (!words.has('word/document.xml')) throw damaged()
  return words
}

/** The container that Word wrote before 2007, and still puts around a document that is locked with a password. */
const isOlder = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0

function lockedOrOld(bytes: Uint8Array): TroubleError {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return all.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new TroubleError(
        'file-locked',
        'This Word document is protected with a password. Nothing was added to the case.',
        'Open it with its password, and save it without one.',
      )
    : new TroubleError(
        'file-kind-unknown',
        'This document was written by Word before 2007. Nothing was added to the case.',
        'Open it in Word or LibreOffice, save it as .docx, and add that file.',
      )
}

function damaged(cause?: unknown): TroubleError {
  return new TroubleError(
    'word-damaged',
    'This Word document is damaged, or is none. Nothing was added to the case.',
    'Open it in the program it was written with, save it anew, and add that file.',
    cause,
  )
}

function tooLarge(): TroubleError {
  return new TroubleError(
    'file-too-large',
    'This Word document would unpack to more than 120 MB. Nothing was added to the case.',
    'Copy the part you need, and paste it.',
  )
}
