import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/**
 * What of Electron a packaged Ligature can never do, whatever its environment or command line says
 * (https://www.electronjs.org/docs/latest/tutorial/fuses). A fuse that Electron adds stops the packaging until it stands here.
 * @satisfies {import('@electron/fuses').FuseConfig}
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The program would otherwise run any script with the rights that a person gave to Ligature.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Only the code that was packed is run, and only as it was packed.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // No page comes from file://, so none needs to be trusted more for it.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Electron's own default: without it each access to WebAssembly's memory is checked in slower code.
  [FuseV1Options.WasmTrapHandlers]: true,
}

/**
 * electron-builder calls this between copying Electron and signing it: after the signing it would be too late.
 * @param {{ appOutDir: string, electronPlatformName: string,
 *   packager: { appInfo: { productFilename: string }, executableName?: string } }} context
 */
export default async function flip({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  const isMac = electronPlatformName === 'darwin'
  const names = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.executableName ?? productFilename,
  }
  const name = names[/** @type {keyof typeof names} */ (electronPlatformName)]
  if (!name) throw new Error(`Nobody has said where the program is on ${electronPlatformName}`)
  // A changed program needs a new signature even where nobody signs it: Apple's processors start none without.
  await flipFuses(join(appOutDir, name), { ...fuses, resetAdHocDarwinSignature: isMac })
}
