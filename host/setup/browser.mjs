import { readFileSync } from 'node:fs'
import { findBrowser } from '../find-browser.mjs'
import { electronBinary } from './electron.mjs'
import { run, runNpm } from './run.mjs'
import { SetupError, say } from './say.mjs'

/** A browser of the Chromium family, where Electron's own is missing. */
export const browser = {
  needed: () => (process.env.LIGATURE_HOST === 'chromium' || !electronBinary()) && !findBrowser(),
  run: install,
}

function install() {
  const named = process.env.LIGATURE_BROWSER
  if (named)
    throw new SetupError(
      `LIGATURE_BROWSER names ${named}, and no program is there.`,
      'Set it to the path of a Chromium, Chrome or Edge, or unset it to let one be found.',
    )
  const asRoot = process.getuid?.() === 0
  if (asRoot && isDebian()) {
    say('installing Chromium with apt-get (once; about a minute) …')
    const apt = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    // An update that fails for one source still leaves lists to install from, so only the install's outcome counts.
    run('apt-get', ['update', '-qq'], apt)
    run('apt-get', ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', 'chromium'], apt)
    if (findBrowser()) return
  }
  say("downloading Playwright's Chromium (once; about 170 MB) …")
  const libraries = asRoot && process.platform === 'linux' ? ['--with-deps'] : []
  runNpm(['exec', '--', 'playwright', 'install', ...libraries, 'chromium'])
  if (findBrowser()) return
  throw new SetupError(
    'There is neither Electron nor a browser to stand in for it, and none could be installed.',
    `Do one of these, then run the same command again:
  - install Chromium, Chrome or Edge (on Debian: sudo apt-get install chromium)
  - set LIGATURE_BROWSER to the path of such a browser
  - try Electron's download again: LIGATURE_ELECTRON=retry npm start`,
  )
}

/** Ubuntu's chromium package is a door to the snap store, which containers do not have: it does not count. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
