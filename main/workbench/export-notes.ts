import { basename } from 'node:path'
import { fileName } from '../export/file-name.ts'
import { notesAsMarkdown } from '../export/notes-markdown.ts'
import { writeWhole } from '../export/write-whole.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'
import { refuseOpenCase } from './is-open-case.ts'

export async function exportNotes(desk: Desk) {
  const { markdown, notes, passages } = notesAsMarkdown(desk.case.read, desk.case.info().name)
  if (notes + passages === 0)
    throw new TroubleError(
      'nothing-to-export',
      'There is nothing to export yet.',
      'Mark a passage or write a note first.',
    )
  const name = fileName(`${desk.case.info().name} notes`)
  const path = await desk.ask.whereToSave({ title: 'Export notes', name, kind: 'Markdown', ending: 'md' })
  if (!path) return null
  refuseOpenCase(desk, path)
  writeWhole(path, markdown)
  return { fileName: basename(path), notes, passages }
}
