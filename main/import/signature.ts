/** The first bytes of kinds of file people drop by mistake, in Latin-1, and what to call them. */
const SIGNATURES: [start: string, name: string][] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a zip archive or an office document'],
  ['PK\x05\x06', 'an empty zip archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\x89PNG\r\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an older office document'],
  ['\x7fELF', 'a program'],
  ['ID3', 'a sound recording'],
  ['OggS', 'a sound recording'],
]

/** What a file is, told by its first bytes ("a PDF document"), or null where they are not those of a known binary kind. */
export function binaryKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'a WebP image'
  if (start.slice(4, 8) === 'ftyp') return 'a video or a photograph'
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null
}
