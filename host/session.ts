import type * as Electron from 'electron'
import { closed } from './closed.ts'

type Part = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
>

/** The handlers are never asked: the browser denies every permission by itself, see browser.ts. */
const defaultSession = closed('session.defaultSession', {
  setPermissionRequestHandler() {},
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
  setSpellCheckerEnabled() {},
} satisfies Part)

export const session = closed('session', { defaultSession })
