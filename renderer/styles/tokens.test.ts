import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tagColors } from '../../preload/contract/codebook.ts'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('[data-theme="dark"]')
/** A variable of a look; the dark one has those of the light one that it does not set. */
const valueIn = (look: string, name: string): string =>
  new RegExp(`--${name}: ([^;]+);`, 'u').exec(look)?.[1] ?? valueIn(light, name)
const looks = [
  ['light', light],
  ['dark', dark],
] as const

type Color = readonly [number, number, number]
const channels = (hex: string): Color => {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [part(1), part(3), part(5)]
}
const linear = (color: Color): Color =>
  color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Color
const times = (matrix: readonly Color[], [a, b, c]: Color): Color =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Color
const mixed = (over: Color, under: Color, share: number): Color =>
  over.map((part, at) => part * share + (under[at] ?? 0) * (1 - share)) as unknown as Color

/** WCAG 2.2's contrast of two colours. */
function contrast(one: Color, other: Color): number {
  const [a, b] = [one, other].map((color) => {
    const [red, green, blue] = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
  }) as [number, number]
  return Math.max(a, b) / Math.min(a, b)
}

/** Who lacks one kind of cone sees linear RGB through these (Machado, Oliveira and Fernandes 2009, severity 1). */
const eyes: Record<string, readonly Color[]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red (protan)': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green (deutan)': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue (tritan)': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** OKLab (https://bottosson.github.io/posts/oklab), in which equal distances look about equally large. */
function oklab(color: Color): Color {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color.map((part) => Math.min(1, Math.max(0, part))) as unknown as Color,
  )
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt) as unknown as Color,
  )
}

describe.each(looks)('the eight tag colours, %s', (_, look) => {
  const tags = tagColors.light.map((_, index) => channels(valueIn(look, `tag-${index + 1}`)))
  const ground = (name: string) => channels(valueIn(look, name))

  test.each(Object.entries(eyes))('can be told apart by eyes with %s', (_, eye) => {
    const seen = tags.map((tag) => oklab(times(eye, linear(tag))))
    const distances = seen.flatMap((one, index) =>
      seen.slice(index + 1).map((other) => Math.hypot(...one.map((part, at) => part - (other[at] ?? 0)))),
    )
    // 0.02 is just to be seen side by side; small swatches far apart need several times as much.
    expect(Math.min(...distances)).toBeGreaterThan(0.1)
  })

  test('stand out from what they are on as WCAG 2.2 asks of signs, and words on their wash as it asks of text', () => {
    const wash = Number.parseFloat(valueIn(look, 'tag-wash')) / 100
    for (const tag of tags) {
      for (const name of ['panel', 'paper', 'raised'])
        expect(contrast(tag, ground(name))).toBeGreaterThanOrEqual(3)
      expect(contrast(ground('ink'), mixed(tag, ground('paper'), wash))).toBeGreaterThanOrEqual(7)
    }
  })
})

test.each(looks)('are known by the same values where codebooks are read and written, %s', (name, look) => {
  expect(tagColors[name].map((_, index) => valueIn(look, `tag-${index + 1}`))).toEqual(tagColors[name])
})
