import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'

test('an article can be read, with its marks, while the rest of the case is still on its way', async ({
  launch,
}) => {
  const app = await launch()
  const desk = await new Desk(app).opened()
  await desk.markEntity('Kerman', 'place')
  await desk.select('said within a day')
  await desk.tag('Claimed')

  // A case so large that its rows never end.
  await app.evaluate(({ ipcMain, BrowserWindow }) => {
    ipcMain.removeHandler('ligature:case.rows')
    ipcMain.handle('ligature:case.rows', () => new Promise(() => {}))
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('ligature:opened', null)
  })
  await expect(desk.status).toHaveText('Reading the case…')
  await expect(desk.mark('said within a day')).toHaveClass(/tagged/u)
  await expect(desk.mark('Kerman').first()).toHaveClass(/mention/u)

  // Nothing can be changed yet: a list to choose from would lack what is not here.
  await desk.select('Both were sent to Syria')
  await desk.page.keyboard.press('t')
  await desk.page.keyboard.press('1')
  await expect(desk.page.getByRole('combobox')).toHaveCount(0)
  await expect(desk.text.locator('mark.tagged')).toHaveCount(1)
})
