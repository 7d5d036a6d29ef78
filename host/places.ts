import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type * as Electron from 'electron'

type Name = Parameters<Electron.App['getPath']>[0]

/** The folder of the package.json that the started bundle belongs to. */
export const appPath = packageFolder(resolve(process.argv[1] ?? '.'))

export const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as {
  name?: string
  productName?: string
  version?: string
}

/** Where Electron would have it, or where the environment says; the latter is how a spec gets folders of its own. */
export function defaultPath(name: Name, appName: string): string | null {
  const { LIGATURE_USER_DATA, LIGATURE_DOCUMENTS, XDG_DOCUMENTS_DIR } = process.env
  if (name === 'home') return homedir()
  if (name === 'temp') return tmpdir()
  if (name === 'documents') return LIGATURE_DOCUMENTS || XDG_DOCUMENTS_DIR || join(homedir(), 'Documents')
  const userData = LIGATURE_USER_DATA || join(settingsFolder(), appName)
  if (name === 'userData') return userData
  if (name === 'logs') return join(userData, 'logs')
  return null
}

function settingsFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  if (process.platform === 'win32') return process.env.APPDATA || join(homedir(), 'AppData/Roaming')
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
}

function packageFolder(start: string): string {
  let folder = start
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error(`No package.json in or above ${start}`)
    folder = dirname(folder)
  }
  return folder
}
