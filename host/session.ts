import type * as Electron from 'electron'
import { closed } from './closed.ts'

type Part = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
>

/** The handlers are never asked: the browser denies every permission and download by itself, see run.ts and browser.ts. */
const defaultSession = closed('session.defaultSession', {
  setPermissionRequestHandler() {},
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
  setSpellCheckerEnabled() {},
  on(event: string) {
    if (event !== 'will-download') throw new Error(`host/ does not implement electron.session.on('${event}')`)
    return this
  },
} satisfies Part & { on(event: string): unknown })

export const session = closed('session', { defaultSession })
