import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './app.ts'

/**
 * Leaves a running program as at its first start: a new case with the sample article alone, in a page that has just loaded, with
 * the usual settings, and no function of the main process replaced by a spec before. It costs a quarter of a start.
 */
export async function layFreshCase(app: App, documents: string): Promise<void> {
  mkdirSync(join(documents, 'Ligature'))
  const path = join(documents, 'Ligature', 'A wider war of small attacks.ligature')
  await app.evaluate((modules, filePath) => {
    const { dialog, shell } = modules
    const host = modules as { refused?: string[] }
    const kept = globalThis as { asAtTheStart?: { dialog: typeof dialog; shell: typeof shell } }
    kept.asAtTheStart ??= { dialog: { ...dialog }, shell: { ...shell } }
    Object.assign(dialog, kept.asAtTheStart.dialog)
    Object.assign(shell, kept.asAtTheStart.shell)
    if (host.refused) host.refused.length = 0
    // Once: every later answer is a spec's own.
    dialog.showSaveDialog = async () => {
      Object.assign(dialog, kept.asAtTheStart?.dialog)
      return { canceled: false, filePath }
    }
  }, path)
  await app.window.emulateMedia({ colorScheme: null })
  await app.window.mouse.move(0, 0)
  const answers = await app.window.evaluate(async () => {
    const { ligature } = window
    return [
      await ligature['settings.theme']({ theme: 'system' }),
      await ligature['settings.reading']({ size: 18, leading: 1.62, measure: 62 }),
      await ligature['case.new'](),
      await ligature['article.sample'](),
    ]
  })
  const failed = answers.find(({ ok }) => !ok)
  if (failed) throw new Error(`No fresh case was laid: ${JSON.stringify(failed)}`)
  await app.window.reload()
}
