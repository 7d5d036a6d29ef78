import { expect, test } from 'vitest'
import { decode } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const codeOf = (bytes: Uint8Array) => {
  try {
    decode(bytes)
  } catch (error) {
    return error
  }
  return null
}

test('ordinary text is read without a word about it', () => {
  expect(decode(utf8('Köln, تهران, 🙂'))).toEqual({ text: 'Köln, تهران, 🙂', notices: [] })
  expect(decode(utf8('\ufeffOne')).text).toBe('One')
})

test('text saved as UTF-16 is read, in either order of bytes', () => {
  const little = Buffer.from('\ufeffZürich', 'utf16le')
  expect(decode(little)).toEqual({ text: 'Zürich', notices: [] })
  expect(decode(Buffer.from(little).swap16()).text).toBe('Zürich')
})

test.each(['Zürich, 9 January', 'гавань замерзла', 'یخ زد\r\nو بندر', 'harbour 🙂 froze'])(
  '“%s” saved as UTF-16 without a mark is read all the same',
  (text) => {
    const little = Buffer.from(text, 'utf16le')
    expect(decode(little)).toEqual({ text, notices: [] })
    expect(decode(Buffer.from(little).swap16())).toEqual({ text, notices: [] })
  },
)

test('an empty character in an ordinary text does not make it UTF-16', () => {
  expect(decode(utf8('The harbour \0froze in the first week.')).text).toBe(
    'The harbour froze in the first week.',
  )
})

test('an old Western file is read, and the person is told how', () => {
  const bytes = Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94)
  expect(decode(bytes)).toEqual({ text: '“café”', notices: ['Read as Windows-1252.'] })
})

test('half a character is shown as damage, and the rest is still read as UTF-8', () => {
  const bytes = Uint8Array.of(...utf8('né'), 0xed, 0xa0, 0x80, ...utf8('b'))
  expect(decode(bytes)).toEqual({
    text: 'né\ufffdb',
    notices: ['Some characters were damaged and are shown as \ufffd.'],
  })
  const utf16 = Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00)
  expect(decode(utf16).text).toBe('a\ufffdb')
})

test('a character saved as its two halves is whole again', () => {
  const halves = Uint8Array.of(...utf8('né '), 0xed, 0xa0, 0xbd, 0xed, 0xb9, 0x82, 0x2e)
  expect(decode(halves)).toEqual({ text: 'né 🙂.', notices: [] })
})

test('a file cut off in mid-letter loses that letter, not all the others', () => {
  expect(decode(utf8('Köln, Gdańsk, Málaga é').subarray(0, -1))).toEqual({
    text: 'Köln, Gdańsk, Málaga \ufffd',
    notices: ['Some characters were damaged and are shown as \ufffd.'],
  })
})

test('a few empty characters are left out, and counted', () => {
  expect(decode(utf8('One\0 two\0'))).toEqual({
    text: 'One two',
    notices: ['Left out 2 empty characters (NUL).'],
  })
})

test('a file of another kind is refused by its name', () => {
  expect(codeOf(utf8('%PDF-1.7\n'))).toMatchObject({
    trouble: { code: 'file-binary', message: 'This file is a PDF document, not a text.' },
  })
  expect(codeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a))).toMatchObject({
    message: 'This file is a PNG image, not a text.',
  })
})

test('bytes that stand for no letters are refused', () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)
  expect(codeOf(bytes)).toMatchObject({ trouble: { code: 'file-binary' } })
})
