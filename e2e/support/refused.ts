import { type App, onElectron } from './app.ts'

/** Addresses that were asked for and are none of ours, as far as the stand-in has seen them: Electron has no such list. */
export const refusedBy = (app: App): Promise<string[]> =>
  onElectron
    ? Promise.resolve([])
    : app.evaluate((modules) => (modules as unknown as { refused: string[] }).refused)
