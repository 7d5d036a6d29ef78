import { mkdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import type { Ask } from '../workbench/desk.ts'

/** Asks with the platform's own dialogs. `folder` is where they start. */
export function askWithDialogs(folder: string): Ask {
  const open = async (title: string, name: string, extensions: string[], several: boolean) => {
    const options: Electron.OpenDialogOptions = {
      title,
      properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [{ name, extensions }],
    }
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const answer = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options)
    return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths
  }
  return {
    articleFiles: () =>
      open(
        'Open article',
        'Articles',
        ['txt', 'md', 'markdown', 'text', 'html', 'htm', 'xhtml', 'docx', 'docm', 'pdf'],
        true,
      ),
    caseFile: async () => (await open('Open case', 'Ligature cases', ['ligature'], false))?.[0] ?? null,
    codebookFile: async () =>
      (await open('Import codebook', 'Codebooks', ['qdc', 'csv', 'tsv', 'txt'], false))?.[0] ?? null,
    networkFiles: () =>
      open(
        'Import network',
        'Networks',
        ['graphml', 'xml', 'gexf', 'cyjs', 'json', 'csv', 'tsv', 'txt'],
        true,
      ),
    whereToSave: async ({ title, name, kind, ending }) => {
      mkdirSync(folder, { recursive: true })
      const options: Electron.SaveDialogOptions = {
        title,
        defaultPath: join(folder, `${name}.${ending}`),
        filters: [{ name: kind, extensions: [ending] }],
      }
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      const answer = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options)
      if (answer.canceled || !answer.filePath) return null
      return extname(answer.filePath) ? answer.filePath : `${answer.filePath}.${ending}`
    },
  }
}
