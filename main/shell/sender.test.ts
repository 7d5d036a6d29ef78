import type { IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { isSentBy } from './sender.ts'

const pageUrl = 'app://ligature/index.html'
const frame = { url: pageUrl }
/** A call as Electron would hand it over. */
const call = (senderFrame: { url: string } | null, mainFrame: { url: string } = frame) =>
  ({ sender: { mainFrame }, senderFrame }) as unknown as IpcMainInvokeEvent

test('the top frame of our window may call', () => {
  expect(isSentBy(call(frame), true, pageUrl)).toBe(true)
})

test.each([
  ['a frame within the page, also one that shows the same page', call({ url: pageUrl }), true],
  ['a frame that is gone', call(null), true],
  ['contents that are no window of ours', call(frame), false],
  ['a top frame that shows something else', call({ url: 'app://ligature/other.html' }), true],
  ['a web page that got into the window', call(...same('https://ligature.invalid/index.html')), true],
  ['an empty page', call(...same('about:blank')), true],
])('%s may not', (_who, event, isWindow) => {
  expect(isSentBy(event, isWindow, pageUrl)).toBe(false)
})

function same(url: string): [{ url: string }, { url: string }] {
  const only = { url }
  return [only, only]
}
