import { basename } from 'node:path'
import type { CodebookPreview } from '../../preload/contract/codebook.ts'
import type { Parsed } from '../../preload/contract.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import { addToSet, findTagSetNamed, hasTagSet, insertTagSet } from '../case-file/tag-sets.ts'
import { findTagNamed, hasTag, insertTag, pinnedTags } from '../case-file/tags.ts'
import { codebookRows } from '../export/codebook.ts'
import { codebookAsCsv } from '../export/codebook-csv.ts'
import { codebookAsQdc } from '../export/codebook-qdc.ts'
import { fileName } from '../export/file-name.ts'
import { writeWhole } from '../export/write-whole.ts'
import type { Codebook } from '../import/codebook.ts'
import { readCodebook } from '../import/codebook-file.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'
import { refuseOpenCase } from './is-open-case.ts'
import { keepKeys } from './tags.ts'
import { quoted } from './words.ts'

const formats = {
  csv: { kind: 'Table', write: codebookAsCsv },
  qdc: { kind: 'REFI-QDA codebook', write: codebookAsQdc },
}

export async function exportCodebook(desk: Desk, { format }: Parsed<'codebook.export'>) {
  const meant = desk.case
  const { kind, write } = formats[format]
  const rows = codebookRows(meant.read)
  if (rows.tags.length === 0)
    throw new TroubleError('nothing-to-export', 'There are no tags to export yet.', 'Tag a passage first.')
  const name = fileName(`${meant.info().name} codebook`)
  const path = await desk.ask.whereToSave({ title: 'Export codebook', name, kind, ending: format })
  if (!path) return null
  refuseOpenCase(desk, path)
  writeWhole(path, write(rows))
  return { fileName: basename(path), tags: rows.tags.length }
}

/** What was read last and not added yet, for each case: the file is not asked for again, since it may have changed. */
const previews = new WeakMap<Desk['case'], { previewId: number; fileName: string; codebook: Codebook }>()
let lastPreview = 0

export async function previewCodebook(desk: Desk): Promise<CodebookPreview | null> {
  const meant = desk.case
  const path = await desk.ask.codebookFile()
  if (!path) return null
  refuseOpenCase(desk, path, 'Choose a codebook.')
  const codebook = await readCodebook(path)
  const read = { previewId: ++lastPreview, fileName: basename(path), codebook }
  previews.set(meant, read)
  return {
    previewId: read.previewId,
    fileName: read.fileName,
    tags: codebook.tags.map(({ name, description, color, level }) => ({
      name,
      description,
      color,
      level,
      isNew: findTagNamed(meant.read, name) === undefined,
    })),
    sets: codebook.sets.map(({ name }) => ({ name, isNew: findTagSetNamed(meant.read, name) === undefined })),
    notices: codebook.notices,
  }
}

export function addPreviewed(desk: Desk, { previewId }: Parsed<'codebook.add'>) {
  const read = previews.get(desk.case)
  if (read?.previewId !== previewId)
    throw new TroubleError(
      'gone',
      'This codebook was read for another case, or added already. Nothing was changed.',
      'Import it again.',
    )
  const { value, patch } = desk.case.step((db) => addCodebook(db, read.fileName, read.codebook))
  previews.delete(desk.case)
  if (patch) desk.tell('patch', patch)
  return value
}

/**
 * Adds what the case lacks. A tag of a name that it has stays as it is, where it is; new ones come below it, and it joins the
 * file's sets. A key that another tag has stays with that one.
 */
export function addCodebook(db: WriteCase, file: string, { tags, sets }: Codebook) {
  keepKeys(db)
  const taken = new Set(pinnedTags(db).map((tag) => tag.pin))
  const ids: string[] = []
  let added = 0
  for (const { id, name, description, color, parent, pin } of tags) {
    const known = findTagNamed(db, name)
    if (known) {
      ids.push(known.id)
      continue
    }
    const tag = insertTag(db, name, {
      ...(id && !hasTag(db, id) ? { id } : {}),
      ...(color ? { color } : {}),
      description,
      parentId: parent === null ? null : (ids[parent] ?? null),
      pin: taken.has(pin) ? 0 : pin,
    })
    ids.push(tag.id)
    added++
  }
  const newSets = sets.filter(({ name }) => !findTagSetNamed(db, name)).length
  for (const { id, name, tags: members } of sets) {
    const set = findTagSetNamed(db, name) ?? insertTagSet(db, name, freeSetId(db, id))
    for (const index of members) addToSet(db, set.id, ids[index] ?? '')
  }
  return { label: `Import codebook ${quoted(file)}`, value: { tags: added, sets: newSets } }
}

const freeSetId = (db: ReadCase, id: string | null) => (id && !hasTagSet(db, id) ? id : undefined)
