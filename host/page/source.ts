import { readFileSync } from 'node:fs'
import { createWire } from '../wire.ts'
import { showDialogs } from './dialogs.ts'
import { type Names, preload } from './preload.ts'
import { stub } from './stub.ts'
import { watchWindow } from './window.ts'

/** The one name by which the host reaches into the isolated world, which the page does not share. */
export const innerName = '__host'

/** What runs in the page's own world. */
export const stubSource = ({ key }: Names): string => `(${stub})(${JSON.stringify(key)})`

/** What runs in the isolated world: the preload bundle as a function among ours. */
export function preloadSource(names: Names, bundlePath: string | undefined): string {
  const bundle = bundlePath ? readFileSync(bundlePath, 'utf8') : ''
  return `{
    const inner = (${preload})(${JSON.stringify(names)}, (${createWire})(), function (require, module, exports) {${bundle}
    })
    if (inner) {
      globalThis.${innerName} = inner
      ;(${watchWindow})(inner)
      ;(${showDialogs})(inner)
    }
  }`
}
