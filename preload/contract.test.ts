import { expect, test } from 'vitest'
import { z } from 'zod'
import { callNames } from './channels.ts'
import { contract } from './contract.ts'

/** The names of all that a call's input is made of. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'properties' in value ? Object.keys(value.properties as object) : []
  return [...own, ...Object.values(value).flatMap(keysOf)]
}

test('no call takes a path, an address or a command: paths come from dialogs, drops and the command line', () => {
  const takers = callNames.filter((name) => {
    const shape = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' })
    return keysOf(shape).some((key) =>
      /path|file|folder|dir(?!ection)|url|uri|href|command|target|where/iu.test(key),
    )
  })
  // A backup's file name is looked up in the list that main made itself. A drop's paths are made by the bridge: a page gives files.
  expect(takers).toEqual(['backup.restore', 'article.drop'])
})
