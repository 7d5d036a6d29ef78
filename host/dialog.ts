import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type * as Electron from 'electron'
import { app } from './app.ts'
import { closed } from './closed.ts'
import { BrowserWindow } from './window.ts'

type Part = Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>
type Window = Electron.BaseWindow

export const dialog = closed('dialog', {
  async showOpenDialog(first: Window | Electron.OpenDialogOptions, second?: Electron.OpenDialogOptions) {
    const { window, options } = await sort(first, second)
    const properties = options.properties ?? ['openFile']
    if (properties.includes('openDirectory'))
      throw new Error('host/ does not implement electron.dialog.showOpenDialog with openDirectory')
    const extensions = options.filters?.flatMap((filter) => filter.extensions) ?? []
    const accept = extensions.includes('*') ? '' : extensions.map((extension) => `.${extension}`).join()
    const multiple = properties.includes('multiSelections')
    const filePaths = (await window?.webContents.chooseFiles({ accept, multiple })) ?? []
    return { canceled: filePaths.length === 0, filePaths }
  },

  async showSaveDialog(first: Window | Electron.SaveDialogOptions, second?: Electron.SaveDialogOptions) {
    const { window, options } = await sort(first, second)
    const folder = dirname(resolve(options.defaultPath ?? join(app.getPath('documents'), 'Untitled')))
    let path = options.defaultPath ? resolve(options.defaultPath) : join(folder, 'Untitled')
    let problem = ''
    for (;;) {
      const answer = await window?.webContents.ask({
        kind: 'dialog',
        title: options.title ?? 'Save',
        message: '',
        detail: options.message ?? '',
        path: { label: 'Save as', value: path, problem },
        buttons: ['Cancel', options.buttonLabel ?? 'Save'],
        defaultId: 1,
        cancelId: 0,
      })
      if (answer?.button !== 1) return { canceled: true, filePath: '' }
      path = complete(answer.path as string, folder, options.filters?.[0]?.extensions[0])
      problem = existsSync(dirname(path)) ? '' : `There is no folder ${dirname(path)}.`
      if (!problem && (!existsSync(path) || (await mayReplace(path, window))))
        return { canceled: false, filePath: path }
    }
  },

  async showMessageBox(first: Window | Electron.MessageBoxOptions, second?: Electron.MessageBoxOptions) {
    const { window, options } = await sort(first, second)
    const buttons = options.buttons?.length ? options.buttons : ['OK']
    const negative = buttons.findIndex((label) => /^(?:cancel|no)$/iu.test(label))
    const cancelId = options.cancelId ?? Math.max(negative, 0)
    const answer = await window?.webContents.ask({
      kind: 'dialog',
      title: options.title ?? '',
      message: options.message,
      detail: options.detail ?? '',
      checkbox: options.checkboxLabel ?? '',
      checked: options.checkboxChecked ?? false,
      buttons,
      defaultId: options.defaultId ?? 0,
      cancelId,
    })
    return {
      response: (answer?.button as number | undefined) ?? cancelId,
      checkboxChecked: (answer?.checked as boolean | undefined) ?? options.checkboxChecked ?? false,
    }
  },

  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`)
  },
} satisfies Part)

/** Takes the window argument apart from the options. Without one, whatever window stands in front asks. */
async function sort<T extends object>(first: Window | T, second: T | undefined) {
  const front = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const given = first instanceof BrowserWindow ? first : undefined
  const window = given ?? front
  await window?.settled()
  return { window, options: second ?? (first as T) }
}

function complete(said: string, folder: string, extension: string | undefined): string {
  const path = resolve(folder, said.trim().replace(/^~(?=[/\\])/u, homedir()))
  return extname(path) || !extension || extension === '*' ? path : `${path}.${extension}`
}

async function mayReplace(path: string, window: BrowserWindow | undefined): Promise<boolean> {
  const answer = await window?.webContents.ask({
    kind: 'dialog',
    title: '',
    message: `A file named ${basename(path)} already exists. Replace it?`,
    detail: 'Replacing it loses what is in it now.',
    buttons: ['Cancel', 'Replace'],
    defaultId: 0,
    cancelId: 0,
  })
  return answer?.button === 1
}
