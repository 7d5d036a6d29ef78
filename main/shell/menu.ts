import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type Action, actions } from '../../preload/contract/actions.ts'

/**
 * The menu bar, made from the list of actions. Choosing an item asks the window to do it: what an action does stands in one
 * place, in the renderer. Keys without a modifier are words while one types, so the menu does not take them.
 */
export function setMenu(run: (actionId: string) => void): void {
  const item = (action: Action): MenuItemConstructorOptions => ({
    id: action.id,
    label: action.label.replaceAll('&', '&&'),
    ...(action.key?.includes('+') ? { accelerator: action.key } : {}),
    click: () => run(action.id),
  })
  const menu = (
    name: Action['menu'],
    extra: MenuItemConstructorOptions[] = [],
  ): MenuItemConstructorOptions => ({
    label: name,
    submenu: [...actions.filter((action) => action.menu === name).map(item), ...extra],
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      menu('File', [separator, { role: process.platform === 'darwin' ? 'close' : 'quit' }]),
      menu('Edit', [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]),
      menu('Passage'),
      menu('Network'),
      menu('View', [
        separator,
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
      ]),
      menu('Help'),
    ]),
  )
}
