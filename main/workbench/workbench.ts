import type { CallName } from '../../preload/channels.ts'
import type { Patch } from '../../preload/contract/patch.ts'
import type { Output, Parsed } from '../../preload/contract.ts'
import { readContent } from '../case-file/articles.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { listSteps } from '../case-file/history.ts'
import type { OpenCase } from '../case-file/open-case.ts'
import { rowsOfArticle } from '../case-file/rows.ts'
import { addSample, dropArticles, openArticles, pasteArticle } from './add-article.ts'
import { removePassage, tagPassage, untagPassage } from './annotate.ts'
import { listCaseBackups, restoreBackup } from './backups.ts'
import { addPreviewed, exportCodebook, previewCodebook } from './codebook.ts'
import { describeArticle, gradeSource, removeArticle } from './describe-article.ts'
import type { Desk } from './desk.ts'
import { addNetwork, exportNetwork, previewNetwork } from './exchange.ts'
import { exportNotes } from './export-notes.ts'
import { exportPicture } from './export-picture.ts'
import { exportTable } from './export-table.ts'
import { findNames } from './find-names.ts'
import { foldGroup, makeGroup, putInGroup, removeGroup, renameGroup } from './group.ts'
import { mergeEntities, splitEntity } from './identity.ts'
import { backUp } from './keep-backups.ts'
import { keepQuery, removeQuery, renameQuery } from './keep-query.ts'
import { editKind, editType, makeType, removeKind, removeType } from './looks.ts'
import { markMany } from './mark-many.ts'
import { makeMatrix } from './matrix.ts'
import { dateEntity, editEntity, markMention, moveEntities, removeEntity, unmarkMention } from './network.ts'
import { chooseCase, copyCase, greet, newCase, shareCase } from './open-case.ts'
import { hideEntities, pinEntities } from './pin-hide.ts'
import { readSettings, rememberPlace } from './reading-place.ts'
import { stopReading } from './reading-turn.ts'
import {
  attachEvidence,
  detachEvidence,
  editRelation,
  gradePassage,
  makeRelation,
  removeRelation,
  reverseRelation,
} from './relate.ts'
import { rescueCase } from './rescue-case.ts'
import { mergePassages, resizePassage, splitPassage } from './reshape.ts'
import { searchCase } from './search-case.ts'
import { makeTagSet, putInSet, removeTagSet, renameSet } from './tag-sets.ts'
import { editTag, mergeTags, moveTag, pinTag, removeTag } from './tags.ts'
import { carryOver, compareVersions } from './versions/carry-over.ts'
import { earlierVersions } from './versions/find-earlier.ts'
import { keepView, openView, removeView, renameView } from './view.ts'
import { readRows } from './watch-case.ts'
import { editNote, removeNote, writeNote } from './write-note.ts'

type Verb<Name extends CallName> = (desk: Desk, input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>

/** Makes a change of the case a verb: one transaction, one step that can be undone, one patch to every view. */
function step<Input, Value>(change: (db: WriteCase, input: Input) => { label: string; value: Value }) {
  return (desk: Desk, input: Input): Value => {
    const { value, patch } = desk.case.step((db) => change(db, input))
    if (patch) desk.tell('patch', patch)
    return value
  }
}

/** Makes a way through the history a verb: one transaction, one patch to every view. Answers what was done. */
function travel<Input>(move: (one: OpenCase, input: Input) => Patch | null) {
  return (desk: Desk, input: Input): string | null => {
    const patch = move(desk.case, input)
    if (patch) desk.tell('patch', patch)
    return patch?.label ?? null
  }
}

/** All that a person can do, by the contract's names. A change that is not wrapped in `step` gets no handle to write with. */
export const workbench: { [Name in CallName]: Verb<Name> } = {
  'case.greeting': greet,
  'case.info': (desk) => desk.case.info(),
  'case.rows': readRows,
  'case.new': newCase,
  'case.open': chooseCase,
  'case.copy': copyCase,
  'case.share': shareCase,
  'case.rescue': rescueCase,
  'case.search': searchCase,
  'case.matrix': makeMatrix,
  'backup.list': listCaseBackups,
  'backup.make': backUp,
  'backup.restore': restoreBackup,
  'article.read': (desk, { articleId }) => readContent(desk.case.read, articleId),
  'article.rows': (desk, { articleId }) => rowsOfArticle(desk.case.read, articleId),
  'article.open': openArticles,
  'article.drop': dropArticles,
  'article.paste': pasteArticle,
  'article.stop': stopReading,
  'article.sample': addSample,
  'article.describe': step(describeArticle),
  'article.grade': step(gradeSource),
  'article.remove': step(removeArticle),
  'version.find': (desk, { articleId }) => earlierVersions(desk.case.read, articleId),
  'version.compare': (desk, input) => compareVersions(desk.case.read, input),
  'version.carry': step(carryOver),
  'annotate.tag': step(tagPassage),
  'annotate.untag': step(untagPassage),
  'annotate.remove': step(removePassage),
  'annotate.many': step(markMany),
  'annotate.resize': step(resizePassage),
  'annotate.split': step(splitPassage),
  'annotate.merge': step(mergePassages),
  'mention.find': findNames,
  'tag.edit': step(editTag),
  'tag.remove': step(removeTag),
  'tag.move': step(moveTag),
  'tag.pin': step(pinTag),
  'tag.merge': step(mergeTags),
  'tagSet.make': step(makeTagSet),
  'tagSet.rename': step(renameSet),
  'tagSet.remove': step(removeTagSet),
  'tagSet.put': step(putInSet),
  'codebook.export': exportCodebook,
  'codebook.read': previewCodebook,
  'codebook.add': addPreviewed,
  'mention.mark': step(markMention),
  'mention.unmark': step(unmarkMention),
  'entity.edit': step(editEntity),
  'entity.date': step(dateEntity),
  'entity.merge': step(mergeEntities),
  'entity.split': step(splitEntity),
  'entity.move': step(moveEntities),
  'entity.remove': step(removeEntity),
  'relation.make': step(makeRelation),
  'relation.edit': step(editRelation),
  'relation.reverse': step(reverseRelation),
  'relation.remove': step(removeRelation),
  'evidence.attach': step(attachEvidence),
  'evidence.grade': step(gradePassage),
  'evidence.detach': step(detachEvidence),
  'entity.pin': step(pinEntities),
  'entity.hide': step(hideEntities),
  'group.make': step(makeGroup),
  'group.rename': step(renameGroup),
  'group.fold': step(foldGroup),
  'group.put': step(putInGroup),
  'group.remove': step(removeGroup),
  'view.keep': step(keepView),
  'view.open': step(openView),
  'view.rename': step(renameView),
  'view.remove': step(removeView),
  'type.make': step(makeType),
  'type.edit': step(editType),
  'type.remove': step(removeType),
  'kind.edit': step(editKind),
  'kind.remove': step(removeKind),
  'note.write': step(writeNote),
  'note.edit': step(editNote),
  'note.remove': step(removeNote),
  'history.undo': travel((one) => one.travel('undo')),
  'history.redo': travel((one) => one.travel('redo')),
  'history.go': travel((one, { stepId }: Parsed<'history.go'>) => one.go(stepId)),
  'history.list': (desk, input) => listSteps(desk.case.read, input),
  'query.keep': step(keepQuery),
  'query.rename': step(renameQuery),
  'query.remove': step(removeQuery),
  'export.notes': exportNotes,
  'export.table': exportTable,
  'export.network': exportNetwork,
  'export.picture': exportPicture,
  'network.read': previewNetwork,
  'network.add': addNetwork,
  'settings.read': readSettings,
  'settings.theme': (desk, { theme }) => desk.settings.change({ theme }),
  'settings.reading': (desk, reading) => desk.settings.change({ reading }),
  'settings.board': (desk, board) => desk.settings.change({ board }),
  'settings.place': rememberPlace,
  'help.log': (desk) => desk.showLog(),
}
