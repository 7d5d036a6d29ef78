import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callNames, channel, pushNames } from './channels.ts'
import type { Bridge } from './contract.ts'

const calls = Object.fromEntries(
  callNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(channel(name), input)]),
)

const bridge = {
  ...calls,
  'article.drop': (files: File[]) =>
    ipcRenderer.invoke(channel('article.drop'), {
      paths: files.map((file) => webUtils.getPathForFile(file)),
    }),
  on: (name: (typeof pushNames)[number], listener: (value: unknown) => void) => {
    if (!pushNames.includes(name)) throw new Error(`There is no push named ${name}`)
    const forward = (_event: unknown, value: unknown) => listener(value)
    ipcRenderer.on(channel(name), forward)
    return () => {
      ipcRenderer.off(channel(name), forward)
    }
  },
} as unknown as Bridge // built from the list above, which the contract's types are checked against

contextBridge.exposeInMainWorld('ligature', bridge)
