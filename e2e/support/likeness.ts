import { startBrowser } from './part.ts'

/**
 * Of all that stands out from the ground in a drawing or in a picture of it, the share that is as dark in both: in grey, blurred,
 * since no two programs draw the edge of a letter alike, and within an eighth of the range from black to white.
 */
export async function likeness(png: Buffer, svg: string): Promise<number> {
  // In a browser of its own: the stand-in closes every page that is no window of the program.
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    return await page.evaluate(
      async ([picture, drawing]) => {
        const grey = async (address: string) => {
          const image = new Image()
          image.src = address
          await image.decode()
          const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 600 })
          const context = canvas.getContext('2d')
          if (!context) throw new Error('There is no canvas.')
          context.filter = 'blur(3px) grayscale(1)'
          context.drawImage(image, 0, 0, 600, 600)
          return context.getImageData(0, 0, 600, 600).data
        }
        const [one, other] = [await grey(picture), await grey(drawing)]
        const ground = one[0] ?? 0
        let [drawn, alike] = [0, 0]
        for (let at = 0; at < one.length; at += 4) {
          const [a, b] = [one[at] ?? 0, other[at] ?? 0]
          if (Math.max(Math.abs(a - ground), Math.abs(b - ground)) < 20) continue
          drawn++
          if (Math.abs(a - b) < 32) alike++
        }
        return alike / drawn
      },
      [
        `data:image/png;base64,${png.toString('base64')}`,
        `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
      ] as const,
    )
  } finally {
    await browser.close()
  }
}
