import { join } from 'node:path'
import { utilityProcess } from 'electron'

/**
 * Starts the process that reads one article. One for each, not one kept: no article meets what another left behind, and
 * none is waited for longer than a blink.
 */
export function forkReader(appRoot: string): Electron.UtilityProcess {
  return utilityProcess.fork(join(appRoot, 'out/main/reader.js'), [], { serviceName: 'Article reader' })
}
