// Finds a Chromium-based browser on this machine. No dependencies and no TypeScript: the set-up script runs it
// before anything is installed.
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]

/**
 * The path of an installed browser: the one named by LIGATURE_BROWSER, else one of the usual names in the usual
 * places, else one that Playwright downloaded.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env.LIGATURE_BROWSER
  if (named) return isProgram(named) ? named : null
  return [...installed(), ...downloadedByPlaywright()].find(isProgram) ?? null
}

/** @returns {string[]} */
function installed() {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')]
    return folders.flatMap((folder) => macApplications.map((name) => join(folder, name)))
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = process.env
    const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter(
      (path) => path !== undefined,
    )
    return folders.flatMap((folder) => windowsPrograms.map((name) => join(folder, name)))
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return commands.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

/**
 * Playwright keeps each download as <folder>/chromium-<revision>/<platform>/<program>; the newest comes first.
 * @returns {string[]}
 */
function downloadedByPlaywright() {
  const programs = [
    'chrome',
    'chrome.exe',
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ]
  const folder = playwrightFolder()
  const builds = list(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  return builds.flatMap((build) =>
    list(join(folder, build)).flatMap((platform) =>
      programs.map((name) => join(folder, build, platform, name)),
    ),
  )
}

/** @returns {string} */
function playwrightFolder() {
  const { PLAYWRIGHT_BROWSERS_PATH, LOCALAPPDATA } = process.env
  if (PLAYWRIGHT_BROWSERS_PATH) return PLAYWRIGHT_BROWSERS_PATH
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright')
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'ms-playwright')
  return join(homedir(), '.cache/ms-playwright')
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no such folder: nothing is installed there
  }
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
