import { join } from 'node:path'
import type { CallName } from '../../../preload/channels.ts'
import type { Input } from '../../../preload/contract.ts'
import type { Desk } from '../desk.ts'
import { type PictureIds, pictureSamples } from './picture-samples.ts'

/** A case with one of each thing in it, and their ids. */
export interface Place {
  desk: Desk
  ids: Record<
    | 'article'
    | 'annotation'
    | 'tag'
    | 'tagSet'
    | 'entity'
    | 'other'
    | 'relation'
    | 'evidence'
    | 'note'
    | 'query'
    | 'type',
    string
  > &
    PictureIds
}

/** Right inputs of every call, each of which is then spoiled in one place. */
export function samples({ ids, desk }: Place): { [Name in CallName]: Input<Name>[] } {
  const passage = { articleId: ids.article, start: 16, end: 21 }
  const marked = { annotationId: ids.annotation }
  const period = { startOn: '2024', startHow: 'by', endOn: '2024-02-01', endHow: 'around' } as const
  const look = { shape: 'star', icon: 'ship', color: 3 } as const
  return {
    'case.greeting': [undefined],
    'case.info': [undefined],
    'case.rows': [{ after: { table: 1, after: '' } }],
    'case.new': [undefined],
    'case.open': [undefined],
    'case.copy': [undefined],
    'case.share': [undefined],
    'case.rescue': [undefined],
    'mention.find': [{ names: ['the group', 'conv*'], matchCase: false, articleId: null }],
    'annotate.many': [{ as: { tagId: ids.tag }, mark: [passage], unmark: [marked] }],
    'case.matrix': [{ by: 'entity', nearness: 'within', words: 5 }],
    'query.keep': [{ name: 'Claims', expression: 'Who AND NOT "key claim"' }],
    'query.rename': [{ queryId: ids.query, name: 'Others' }],
    'query.remove': [{ queryId: ids.query }],
    'export.table': [
      {
        name: 'Table',
        rows: [
          ['a', 'b'],
          ['1', '=2'],
        ],
      },
    ],
    'case.search': [{ words: '"the group" OR Kerman' }],
    'backup.list': [undefined],
    'backup.make': [undefined],
    'backup.restore': [{ caseId: desk.case.info().id, fileName: '2024-01-01T00-00-00Z Gone.ligature' }],
    'article.read': [{ articleId: ids.article }],
    'article.rows': [{ articleId: ids.article }],
    'article.open': [undefined],
    'article.drop': [{ paths: [join(desk.backups, 'gone.txt')] }],
    'article.paste': [{ text: 'Some words.', html: '<p>Some words.' }],
    'article.stop': [undefined],
    'version.find': [{ articleId: ids.article }],
    'version.compare': [{ articleId: ids.article, earlierId: ids.article }],
    'version.carry': [
      { articleId: ids.article, earlierId: ids.article, accepted: [ids.annotation, ids.annotation] },
    ],
    'article.sample': [undefined],
    'article.describe': [
      {
        articleId: ids.article,
        title: 'A title',
        byline: 'A hand',
        publisher: 'A house',
        publishedOn: '2024',
        source: 'A place',
        language: 'en-GB',
        direction: 'ltr',
      },
    ],
    'article.grade': [{ articleId: ids.article, reliability: 'B', credibility: '3' }],
    'article.remove': [{ articleId: ids.article }],
    'annotate.tag': [
      { passage, tag: { id: ids.tag } },
      { passage: marked, tag: { name: 'New' } },
    ],
    'annotate.untag': [{ ...marked, tagId: ids.tag }],
    'annotate.remove': [marked],
    'annotate.resize': [{ ...marked, start: 4, end: 21 }],
    'annotate.split': [{ ...marked, at: 7 }],
    'annotate.merge': [{ annotationIds: [ids.annotation, ids.annotation] }],
    'tag.edit': [{ tagId: ids.tag, name: 'Which', color: 3, description: 'Which one.' }],
    'tag.remove': [{ tagId: ids.tag }],
    'tag.move': [{ tagId: ids.tag, parentId: ids.tag }],
    'tag.pin': [{ tagId: ids.tag, pin: 3 }],
    'tag.merge': [{ tagId: ids.tag, intoId: ids.tag }],
    'tagSet.make': [{ name: 'Sources' }],
    'tagSet.rename': [{ tagSetId: ids.tagSet, name: 'Sources' }],
    'tagSet.remove': [{ tagSetId: ids.tagSet }],
    'tagSet.put': [{ tagSetId: ids.tagSet, tagId: ids.tag, isIn: true }],
    'codebook.export': [{ format: 'qdc' }],
    'codebook.read': [undefined],
    'codebook.add': [{ previewId: 1 }],
    'mention.mark': [
      { passage, entity: { id: ids.entity } },
      { passage: marked, entity: { name: 'Another', type: 'person' } },
    ],
    'mention.unmark': [marked],
    'entity.edit': [
      { entityId: ids.entity, name: 'They', type: 'group', aliases: ['Them'], description: 'Who they are.' },
    ],
    'entity.date': [{ entityId: ids.entity, ...period }],
    'entity.merge': [{ keptId: ids.entity, goneId: ids.other }],
    'entity.split': [
      {
        ...{ entityId: ids.entity, name: 'Another', type: 'person' },
        ...{ annotationIds: [ids.annotation], noteIds: [] },
        ends: [{ relationId: ids.relation, end: 'from' }],
      },
    ],
    'entity.move': [
      {
        moves: [
          { entityId: ids.entity, x: 1, y: 2 },
          { entityId: ids.other, x: 3, y: 4 },
        ],
        reason: 'drag',
      },
    ],
    'entity.remove': [{ entityId: ids.entity }],
    'relation.make': [
      {
        from: { id: ids.entity },
        kind: 'met',
        to: { name: 'Another', type: 'person' },
        basis: 'stated',
        ...period,
        passage,
      },
    ],
    'relation.edit': [{ relationId: ids.relation, kind: 'met', basis: 'assumed', ...period }],
    'relation.reverse': [{ relationId: ids.relation }],
    'relation.remove': [{ relationId: ids.relation }],
    'evidence.attach': [{ relationId: ids.relation, passage, stance: 'contradicts' }],
    'evidence.grade': [{ evidenceId: ids.evidence, reliability: 'B', credibility: '3' }],
    'type.make': [{ name: 'Ship', ...look }],
    'type.edit': [{ typeId: ids.type, name: 'Boat', ...look }],
    'type.remove': [{ typeId: ids.type }],
    'kind.edit': [{ kind: 'attacked', name: 'struck', color: 0, line: 'thick', arrow: true }],
    'kind.remove': [{ kind: 'attacked' }],
    'evidence.detach': [{ evidenceId: ids.evidence }],
    ...pictureSamples(ids),
    'note.write': [
      { on: { passage }, body: 'Words.' },
      { on: { entityId: ids.entity }, body: 'Words.' },
      { on: { relationId: ids.relation }, body: 'Words.' },
      { on: { articleId: ids.article }, body: 'Words.' },
      { on: { wholeCase: true }, body: 'Words.' },
    ],
    'note.edit': [{ noteId: ids.note, body: 'Other words.' }],
    'note.remove': [{ noteId: ids.note }],
    'history.undo': [undefined],
    'history.redo': [undefined],
    'history.go': [{ stepId: 1 }],
    'history.list': [{ before: 5, words: 'tag' }],
    'export.notes': [undefined],
    'export.network': [{ format: 'csv', evidence: true }],
    'export.picture': [
      { format: 'svg', content: '<svg/>' },
      { format: 'png', content: 'iVBORw0KGgo=' },
    ],
    'network.read': [undefined],
    'network.add': [{ previewId: 1 }],
    'settings.read': [undefined],
    'settings.theme': [{ theme: 'dark' }],
    'settings.reading': [{ size: 20, leading: 1.5, measure: 70 }],
    'settings.board': [{ nodeSize: 'mentions', measure: 'community' }],
    'settings.place': [{ articleId: ids.article, offset: 3 }],
    'help.log': [undefined],
  }
}
