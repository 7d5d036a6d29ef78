import { entityTypes } from '../../preload/contract/network.ts'
import type { Parsed } from '../../preload/contract.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import {
  allTypes,
  deleteKind,
  deleteType,
  findType,
  findTypeNamed,
  insertType,
  putKind,
  rekindRelations,
  retypeEntities,
  updateType,
} from '../case-file/looks.ts'
import { TroubleError } from '../trouble.ts'
import { quoted } from './words.ts'

const isBuiltIn = (type: string) => entityTypes.some((each) => each === type)

/** Throws where there is no such type, built in or the analyst's own. */
export function checkType(db: ReadCase, type: string): void {
  if (!isBuiltIn(type) && !findTypeNamed(db, type))
    throw new TroubleError('gone', `There is no type ${quoted(type)} in the case. Nothing was changed.`)
}

/** Types are chosen by what they are called, so two names that differ in their capitals alone would be one too many. */
function checkName(db: ReadCase, name: string, typeId?: string): void {
  const wanted = name.toLowerCase()
  const isTaken = allTypes(db).some((type) => type.id !== typeId && type.name.toLowerCase() === wanted)
  if (isTaken || isBuiltIn(wanted) || wanted === 'armed group')
    throw new TroubleError('type-exists', `There is a type ${quoted(name)} already.`, 'Choose another name.')
}

export function makeType(db: WriteCase, input: Parsed<'type.make'>) {
  checkName(db, input.name)
  return { label: `Make type ${quoted(input.name)}`, value: { typeId: insertType(db, input) } }
}

export function editType(db: WriteCase, input: Parsed<'type.edit'>) {
  const { name } = findType(db, input.typeId)
  checkName(db, input.name, input.typeId)
  updateType(db, input.typeId, input)
  if (name === input.name) return { label: `Edit type ${quoted(name)}`, value: undefined }
  retypeEntities(db, name, input.name)
  return { label: `Rename type ${quoted(name)} to ${quoted(input.name)}`, value: undefined }
}

export function removeType(db: WriteCase, input: Parsed<'type.remove'>) {
  const { name } = findType(db, input.typeId)
  deleteType(db, input.typeId)
  retypeEntities(db, name, 'other')
  return { label: `Delete type ${quoted(name)}`, value: undefined }
}

export function editKind(db: WriteCase, input: Parsed<'kind.edit'>) {
  const { kind, name } = input
  if (kind !== name) {
    deleteKind(db, kind)
    rekindRelations(db, kind, name)
  }
  putKind(db, { ...input, directed: input.arrow ? 1 : 0 })
  const label =
    kind === name ? `Draw ${quoted(kind)} otherwise` : `Rename kind ${quoted(kind)} to ${quoted(name)}`
  return { label, value: undefined }
}

export function removeKind(db: WriteCase, input: Parsed<'kind.remove'>) {
  if (!deleteKind(db, input.kind))
    throw new TroubleError('gone', `Relations of the kind ${quoted(input.kind)} are drawn plainly already.`)
  return { label: `Draw ${quoted(input.kind)} plainly`, value: undefined }
}
