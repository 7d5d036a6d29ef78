import type * as Electron from 'electron'
import { app, type OpenWindow, windows } from './app.ts'
import { closedEmitter } from './closed.ts'

/** The roles that the host acts upon; the others (copy, zoom, full screen …) the browser does by the same keys itself. */
const acting: Partial<Record<string, { accelerator: string; act: (window: OpenWindow) => void }>> = {
  quit: { accelerator: 'CmdOrCtrl+Q', act: () => app.quit() },
  close: { accelerator: 'CmdOrCtrl+W', act: (window) => window.close() },
  reload: { accelerator: 'CmdOrCtrl+R', act: (window) => window.reload() },
}

class MenuItem {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  readonly click: Electron.MenuItemConstructorOptions['click']
  enabled: boolean
  visible: boolean
  checked: boolean

  constructor(options: Electron.MenuItemConstructorOptions) {
    this.id = options.id ?? ''
    this.label = options.label ?? options.role ?? ''
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.role = options.role
    this.accelerator = options.accelerator ?? acting[options.role ?? '']?.accelerator
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : undefined
    this.click = options.click
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
  }
}

/** There is no menu bar: a menu is what its accelerators do. */
export class Menu extends closedEmitter('Menu', []) {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Menu {
    const menu = new Menu()
    menu.items.push(...template.map((options) => new MenuItem(options)))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    current = menu
    for (const window of windows) window.tell(accelerators())
  }
  static getApplicationMenu(): Menu | null {
    return current
  }
  getMenuItemById(id: string): MenuItem | null {
    return all(this).find((item) => item.id === id) ?? null
  }
}
Menu satisfies { [Key in 'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu']: unknown }

let current: Menu | null = null

const all = (menu: Menu | null): MenuItem[] =>
  menu?.items.flatMap((item) => [item, ...all(item.submenu ?? null)]) ?? []

const active = () => all(current).filter((item) => item.accelerator && item.enabled && item.visible)

/** The message that tells a page which keys to pass on. */
export const accelerators = () => ({
  kind: 'accelerators',
  list: active().map(({ accelerator }) => combo(accelerator ?? '')),
})

/** Does what stands behind the keys that a page has passed on. */
export function press(keys: string, window: OpenWindow): void {
  const item = active().find(({ accelerator }) => combo(accelerator ?? '') === keys)
  if (!item) return
  const click = item.click as unknown as
    | ((item: MenuItem, window: OpenWindow, event: object) => void)
    | undefined
  if (click) click(item, window, {})
  else acting[item.role ?? '']?.act(window)
}

const modifiers: Record<string, string> = {
  cmdorctrl: 'mod',
  commandorcontrol: 'mod',
  ...(process.platform === 'darwin'
    ? { cmd: 'mod', command: 'mod', ctrl: 'other', control: 'other' }
    : { ctrl: 'mod', control: 'mod', super: 'other', meta: 'other' }),
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
}
const keyNames: Record<string, string> = {
  plus: '+',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** "Shift+CmdOrCtrl+Up" as "mod+shift+arrowup": the form in which the page says it, in its order. */
function combo(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const held = new Set(parts.map((part) => modifiers[part] ?? part))
  const ordered = ['mod', 'other', 'alt', 'shift'].filter((name) => held.has(name))
  return [...ordered, keyNames[key] ?? key].join('+')
}
