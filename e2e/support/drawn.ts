import { decode } from 'fast-png'
import { SaxesParser } from 'saxes'

/** A PNG as a decoder that is not the browser's reads it: its size in pixels, and what of some rows is not wholly clear. */
export function pixelsOf(png: Buffer) {
  const { width, height, channels, data } = decode(png)
  const drawn = (from: number, to: number): number => {
    let count = 0
    for (let at = from * width; at < to * width; at++) if ((data[at * 4 + 3] ?? 0) > 0) count++
    return count / ((to - from) * width)
  }
  return { width, height, channels, drawn }
}

/** The words of a drawing, one a piece of text. Throws where it is not XML to the letter. */
export function wordsIn(svg: string): string[] {
  const words: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => words.push(text.trim()))
  parser.write(svg).close()
  return words.filter(Boolean)
}
