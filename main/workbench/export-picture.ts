import { basename } from 'node:path'
import type { Parsed } from '../../preload/contract.ts'
import { fileName } from '../export/file-name.ts'
import { writeWhole } from '../export/write-whole.ts'
import type { Desk } from './desk.ts'
import { refuseOpenCase } from './is-open-case.ts'

/** Writes a picture of the network that a window drew, where the person says. */
export async function exportPicture(
  desk: Desk,
  { format, content }: Parsed<'export.picture'>,
): Promise<string | null> {
  const path = await desk.ask.whereToSave({
    title: 'Export network',
    name: fileName(`${desk.case.info().name} network`),
    kind: format === 'png' ? 'PNG' : 'SVG',
    ending: format,
  })
  if (!path) return null
  refuseOpenCase(desk, path)
  writeWhole(path, format === 'png' ? Buffer.from(content, 'base64') : content)
  return basename(path)
}
