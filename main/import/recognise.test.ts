import { expect, test } from 'vitest'
import { isCaption } from './captions.ts'
import { findDate } from './dates.ts'
import { isFurniture, publisherNamed } from './furniture.ts'
import { readHeadLine } from './head-line.ts'
import { directionOf, languageOf } from './language.ts'

test.each([
  ['9 January 2024', '2024-01-09'],
  ['Jan. 9, 2024', '2024-01-09'],
  ['Sept. 30, 2023', '2023-09-30'],
  ['1st of May 2020', '2020-05-01'],
  ['9. Januar 2024', '2024-01-09'],
  ['9 janvier 2024', '2024-01-09'],
  ['9 de enero de 2024', '2024-01-09'],
  ['9 января 2024', '2024-01-09'],
  ['2024-01-09T10:30:00Z', '2024-01-09'],
  ['9.1.2024', '2024-01-09'],
  ['31/12/2023', '2023-12-31'],
])('“%s” is the day %s', (line, date) => {
  expect(findDate(line)?.date).toBe(date)
})

test.each(['01/05/2024', '31 February 2024', 'May 2024', 'room 12 of 2024'])(
  '“%s” is no certain day',
  (line) => {
    expect(findDate(line)).toBeNull()
  },
)

test('a line of byline, date and paper is understood only as a whole', () => {
  expect(
    readHeadLine('By Ann van Example · Published on Tuesday, January 9, 2024 at 10:30 a.m.'),
  ).toMatchObject({
    byline: 'Ann van Example',
    publishedOn: '2024-01-09',
  })
  expect(readHeadLine('By the time the ferry left, nobody waved')).toBeNull()
  expect(readHeadLine('On 9 January 2024 the harbour froze')).toBeNull()
  expect(readHeadLine('The Harbour')).toBeNull()
})

test('a caption ends with a credit', () => {
  expect(isCaption('Ships in the ice. (Photo by Ann Example/Press Pool)')).toBe(true)
  expect(isCaption('Ships in the ice. Ann Example/AFP via Getty Images')).toBe(true)
  expect(isCaption('Photo: Ships in the ice')).toBe(true)
  expect(isCaption('The photo by Ann Example shows ships in the ice.')).toBe(false)
})

test('a line is furniture by what it says and where it stands', () => {
  expect(isFurniture('Comments', 'tail')).toBe(true)
  expect(isFurniture('Comments', 'head')).toBe(false)
  expect(isFurniture('Founder & Editor-in-Chief:', 'tail')).toBe(true)
  expect(isFurniture('Founder & Editor-in-Chief:', 'body')).toBe(false)
  expect(isFurniture('Advertisement', 'body')).toBe(true)
})

test('the paper that published it first is found where the page names it', () => {
  expect(publisherNamed('This article is part of Series. It was originally published at Sea Review.')).toBe(
    'Sea Review',
  )
  expect(publisherNamed('This story was first published in January 2024.')).toBe('')
})

test.each([
  ['en', 'The ice was thick and the boats were left in the harbour for a month.'],
  ['de', 'Das Eis war dick, und die Boote lagen mit der Mannschaft in dem Hafen.'],
  ['fr', 'La glace est dans le port et les bateaux ne sont pas sur la mer.'],
  ['ar', 'تجمد الميناء في الأسبوع الأول من السنة'],
  ['fa', 'چند روز پس از یخ زدن بندر پل بسته شد'],
  ['uk', 'Гавань замерзла і її човни стояли'],
  ['ja', '港が凍った'],
  ['', 'Rotterdam'],
])('the language “%s” is told by its own words', (tag, text) => {
  expect(languageOf(text)).toBe(tag)
})

test('one foreign name does not turn the direction of a text', () => {
  expect(directionOf('The harbour of بندر froze.')).toBe('ltr')
  expect(directionOf('נמל קפא (Haifa)')).toBe('rtl')
})
