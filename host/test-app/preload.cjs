const { contextBridge, ipcRenderer, webUtils } = require('electron')

globalThis.secret = 'of the isolated world'

contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  echo: (value) => value,
  twice: (change, value) => change(change(value)),
  fail: () => {
    throw new RangeError('too far')
  },
  on: (channel, listener) => {
    const forward = (_event, ...args) => listener(...args)
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.off(channel, forward)
    }
  },
  path: (file) => ipcRenderer.invoke('echo', webUtils.getPathForFile(file)),
  missing: () => ipcRenderer.sendSync('echo'),
  deep: { constant: 1 },
})
