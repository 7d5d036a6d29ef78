import type * as Electron from 'electron'
import { windows } from './app.ts'
import { closedEmitter } from './closed.ts'

type Source = Electron.NativeTheme['themeSource']

class Theme
  extends closedEmitter('nativeTheme', ['updated'])
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  private source: Source = 'system'
  private systemIsDark = false

  get themeSource(): Source {
    return this.source
  }
  set themeSource(source: Source) {
    if (source === this.source) return
    this.source = source
    for (const window of windows) window.emulate(source)
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemIsDark : this.source === 'dark'
  }
  /** Called with what a page sees. */
  seen(dark: boolean): void {
    if (this.source !== 'system' || dark === this.systemIsDark) return
    this.systemIsDark = dark
    this.emit('updated')
  }
}

export const nativeTheme = new Theme()
