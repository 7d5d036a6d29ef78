// `npm start -- ARTICLE`: the app on Electron where its program is there, else on the stand-in over an installed browser.
import { resolve } from 'node:path'
import { electronBinary } from './setup/electron.mjs'
import { handOver } from './setup/hand-over.mjs'
import { node24 } from './setup/places.mjs'
import { say } from './setup/say.mjs'

const { LIGATURE_HOST: wanted, LIGATURE_HEADLESS: headless, DISPLAY, WAYLAND_DISPLAY } = process.env
const electron = electronBinary()

if (wanted && wanted !== 'electron' && wanted !== 'chromium')
  stop(`LIGATURE_HOST is "${wanted}": it can be electron or chromium.`)
if (wanted === 'electron' && !electron)
  stop("Electron's program is not there. To try its download again: LIGATURE_ELECTRON=retry npm start")
if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY && !headless)
  stop('There is no display here to open a window on. To see Ligature at work without one: npm run tour')

// npm runs this in the project's folder; a person names a file as seen from the folder they are in.
const from = process.env.INIT_CWD ?? process.cwd()
const words = process.argv.slice(2).map((word) => (word.startsWith('-') ? word : resolve(from, word)))

if (electron && wanted !== 'chromium') {
  // Chromium refuses to run its sandbox as root, which is what containers are.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  // An editor that is an Electron app itself sets this in its terminal: Electron would start as a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  handOver(electron, [...(asRoot ? ['--no-sandbox'] : []), '.', ...words], env)
} else {
  say(`on an installed browser, standing in for Electron${wanted ? '' : ', which could not be downloaded'}`)
  handOver(node24, ['host/run.ts', 'out/main/index.js', ...words])
}

/** @param {string} sentence */
function stop(sentence) {
  say(sentence)
  process.exit(1)
}
