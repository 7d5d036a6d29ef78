import { expect, test } from 'vitest'
import type { Answer } from '../../preload/contract.ts'
import { unwrap } from './client.ts'
import { useMessages } from './messages.ts'

const trouble = { code: 'disk-full', message: 'The disk is full.', advice: 'Make room, then try again.' }

test('a call that has nothing to answer says that it was done, so that a failure is never taken for it', () => {
  expect(unwrap<void>({ ok: true, value: undefined })).toBe(true)
  expect(unwrap<void>({ ok: false, trouble })).toBeUndefined()
  expect(useMessages.getState().messages).toMatchObject([{ kind: 'trouble', text: 'The disk is full.' }])
})

test.each([null, '', 0, false, []])('%j that a call answers comes through as it is', (value) => {
  expect(unwrap({ ok: true, value } as Answer<unknown>)).toBe(value)
})
