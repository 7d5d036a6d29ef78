import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { linkSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallName } from '../../preload/channels.ts'
import { noPeriod } from '../../preload/contract/dates.ts'
import type { Output, Parsed } from '../../preload/contract.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import type { Desk } from './desk.ts'
import { deskIn } from './testing/desk.ts'
import { noFilter } from './testing/dice-picture.ts'
import { workbench } from './workbench.ts'

/*
 * A POSIX lock is gone as soon as the process that holds it closes any handle of its own on the file, so that one careless
 * read in our program lets a second one write into an open case. So a second program really tries, again and again.
 */

let folder = ''
let path = ''
let open: OpenCase
let desk: Desk
/** What the person answers next when asked for a file or a place. */
let chosen: string | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-lock-'))
  path = join(folder, 'Kerman.ligature')
  writeFileSync(join(folder, 'sample.md'), '# A briefing\n\nTwo bombs went off among the mourners.\n')
  const simple = deskIn(folder, 'Kerman')
  open = simple.case
  desk = {
    ...simple,
    get case() {
      return open
    },
    ask: {
      articleFiles: async () => (chosen === null ? null : [chosen]),
      caseFile: async () => chosen,
      codebookFile: async () => chosen,
      networkFiles: async () => (chosen ? [chosen] : null),
      whereToSave: async () => chosen,
    },
    open: (at, how) => {
      const next = openCase(at, how)
      open.close()
      open = next
    },
  }
})
afterEach(() => {
  open.close()
  rmSync(folder, { recursive: true })
})

function call<Name extends CallName>(name: Name, input: Parsed<Name>): Promise<Output<Name>> {
  const verb = workbench[name] as (on: Desk, given: Parsed<Name>) => Output<Name> | Promise<Output<Name>>
  return Promise.resolve(verb(desk, input))
}

/** A second program, which tries to get into the case each time it is asked, and says how that went. */
function secondProgram(at: string) {
  const script = `const Database = require('better-sqlite3')
    require('node:readline').createInterface({ input: process.stdin }).on('line', () => {
      try {
        const db = new Database(process.argv[1], { timeout: 0 })
        try { db.exec('BEGIN IMMEDIATE; COMMIT') } finally { db.close() }
        console.log('in')
      } catch (error) { console.log(error.code) }
    })`
  const other = spawn(process.execPath, ['-e', script, at], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface({ input: other.stdout })[Symbol.asyncIterator]()
  return {
    tries: async (): Promise<string> => {
      other.stdin.write('\n')
      return (await answers.next()).value ?? 'gone'
    },
    leaves: async () => {
      other.stdin.end()
      await once(other, 'exit')
    },
  }
}

test('whatever is done in an open case, a second program is kept out of it until it is closed', async () => {
  const other = secondProgram(path)
  let article = ''
  let preview = 0
  let later = ''
  let made = {
    annotationId: '',
    tagId: '',
    entityId: '',
    relationId: '',
    evidenceId: '',
    noteId: '',
    queryId: '',
    goneId: '',
    typeId: '',
    tagSetId: '',
    groupId: '',
    viewId: '',
  }
  const keep = async (ids: Promise<Partial<Record<keyof typeof made, string | null>>>) => {
    const got = await ids
    made = { ...made, ...(got as typeof made) }
  }
  const passage = (start: number) => ({ articleId: article, start, end: start + 9 })
  const choose = (name: string) => {
    chosen = join(folder, name)
  }
  /** From another case that was put on the desk back to the first. */
  const back = async () => {
    expect(await other.tries()).toBe('in')
    chosen = path
    await call('case.open', undefined)
  }
  /** Every verb there is, in an order in which each finds what it needs. */
  const doings: { [Name in CallName]: () => unknown } = {
    'case.greeting': () => call('case.greeting', undefined),
    'help.log': () => call('help.log', undefined),
    'article.sample': async () => {
      article = (await call('article.sample', undefined)).added[0] ?? ''
    },
    'article.paste': () => call('article.paste', { text: 'Pasted words.', html: '' }),
    'article.stop': () => call('article.stop', undefined),
    'article.open': () => {
      choose('sample.md')
      return call('article.open', undefined)
    },
    'article.drop': () => call('article.drop', { paths: [join(folder, 'sample.md')] }),
    'article.read': () => call('article.read', { articleId: article }),
    'article.rows': () => call('article.rows', { articleId: article }),
    'version.find': () => call('version.find', { articleId: article }),
    'version.compare': async () => {
      later = (await call('article.paste', { text: 'Later words.', html: '' })).added[0] ?? ''
      await call('version.compare', { articleId: later, earlierId: article })
    },
    'version.carry': () => call('version.carry', { articleId: later, earlierId: article, accepted: [] }),
    'article.describe': () =>
      call('article.describe', {
        ...{ articleId: article, title: 'T', byline: '', publisher: '', publishedOn: '', source: '' },
        ...{ language: 'en', direction: 'ltr' },
      }),
    'article.grade': () => call('article.grade', { articleId: article, reliability: 'B', credibility: '3' }),
    'annotate.tag': () => keep(call('annotate.tag', { passage: passage(14), tag: { name: 'claim' } })),
    'tag.edit': () => call('tag.edit', { tagId: made.tagId, name: 'claims', color: 2, description: '' }),
    'annotate.untag': () => call('annotate.untag', { annotationId: made.annotationId, tagId: made.tagId }),
    'tag.pin': () => call('tag.pin', { tagId: made.tagId, pin: 1 }),
    'tag.move': () => call('tag.move', { tagId: made.tagId, parentId: null }),
    'tagSet.make': () => keep(call('tagSet.make', { name: 'claims' })),
    'tagSet.rename': () => call('tagSet.rename', { tagSetId: made.tagSetId, name: 'said' }),
    'tagSet.put': () => call('tagSet.put', { tagSetId: made.tagSetId, tagId: made.tagId, isIn: true }),
    'codebook.export': () => {
      choose('codes.csv')
      return call('codebook.export', { format: 'csv' })
    },
    'codebook.read': async () => {
      preview = (await call('codebook.read', undefined))?.previewId ?? 0
    },
    'codebook.add': () => call('codebook.add', { previewId: preview }),
    'tagSet.remove': () => call('tagSet.remove', { tagSetId: made.tagSetId }),
    'tag.merge': async () => {
      const other = await call('annotate.tag', { passage: passage(30), tag: { name: 'other' } })
      await call('tag.merge', { tagId: other.tagId, intoId: made.tagId })
    },
    'tag.remove': () => call('tag.remove', { tagId: made.tagId }),
    'mention.mark': () =>
      keep(call('mention.mark', { passage: passage(14), entity: { name: 'Bombs', type: 'event' } })),
    'entity.edit': () =>
      call('entity.edit', {
        ...{ entityId: made.entityId, name: 'Bombing', type: 'event', aliases: [], description: '' },
      }),
    'entity.date': () => call('entity.date', { entityId: made.entityId, ...noPeriod, startOn: '2024-01-03' }),
    'entity.move': () =>
      call('entity.move', { moves: [{ entityId: made.entityId, x: 1, y: 2 }], reason: 'drag' }),
    'relation.make': () =>
      keep(
        call('relation.make', {
          from: { id: made.entityId },
          kind: 'killed',
          to: { name: 'Mourners', type: 'group' },
          ...{ basis: 'stated', ...noPeriod, passage: null },
        }),
      ),
    'relation.edit': () =>
      call('relation.edit', {
        ...{ relationId: made.relationId, kind: 'hit', basis: 'stated', ...noPeriod },
      }),
    'relation.reverse': () => call('relation.reverse', { relationId: made.relationId }),
    'evidence.attach': () =>
      keep(
        call('evidence.attach', { relationId: made.relationId, passage: passage(20), stance: 'supports' }),
      ),
    'entity.pin': () => call('entity.pin', { entityIds: [made.entityId], isPinned: true }),
    'entity.hide': () => call('entity.hide', { entityIds: [made.entityId], isHidden: true }),
    'group.make': () => keep(call('group.make', { name: 'A', entityIds: [made.entityId], groupIds: [] })),
    'group.rename': () => call('group.rename', { groupId: made.groupId, name: 'B' }),
    'group.fold': () => call('group.fold', { groupId: made.groupId, isCollapsed: true }),
    'group.put': () => call('group.put', { entityIds: [made.entityId], groupIds: [], into: null }),
    'group.remove': () => call('group.remove', { groupId: made.groupId }),
    'view.keep': () => keep(call('view.keep', { name: 'A', zoom: 1, pan: { x: 0, y: 0 }, filter: noFilter })),
    'view.open': () => call('view.open', { viewId: made.viewId }),
    'view.rename': () => call('view.rename', { viewId: made.viewId, name: 'B' }),
    'view.remove': () => call('view.remove', { viewId: made.viewId }),
    'evidence.grade': () =>
      call('evidence.grade', { evidenceId: made.evidenceId, reliability: 'C', credibility: '' }),
    'entity.split': () =>
      call('entity.split', {
        ...{ entityId: made.entityId, name: 'Second', type: 'event' },
        ...{ annotationIds: [], ends: [], noteIds: [] },
      }).then(({ entityId }) => Object.assign(made, { goneId: entityId })),
    'entity.merge': () => call('entity.merge', { keptId: made.entityId, goneId: made.goneId }),
    'export.network': () => {
      choose('network.graphml')
      return call('export.network', { format: 'graphml', evidence: true })
    },
    'export.picture': () => {
      choose('network.svg')
      return call('export.picture', { format: 'svg', content: '<svg/>' })
    },
    'network.read': async () => {
      choose('network.graphml')
      preview = (await call('network.read', undefined))?.previewId ?? 0
    },
    'network.add': () => call('network.add', { previewId: preview }),
    'type.make': () => keep(call('type.make', { name: 'Ship', shape: 'star', icon: 'ship', color: 3 })),
    'type.edit': () =>
      call('type.edit', { typeId: made.typeId, name: 'Boat', shape: 'star', icon: 'ship', color: 3 }),
    'type.remove': () => call('type.remove', { typeId: made.typeId }),
    'kind.edit': () =>
      call('kind.edit', { kind: 'hit', name: 'struck', color: 1, line: 'thick', arrow: true }),
    'kind.remove': () => call('kind.remove', { kind: 'struck' }),
    'note.write': () =>
      keep(call('note.write', { on: { relationId: made.relationId }, body: 'Who says so?' })),
    'note.edit': () => call('note.edit', { noteId: made.noteId, body: 'Who?' }),
    'case.info': () => call('case.info', undefined),
    'case.rows': () => call('case.rows', { after: null }),
    'mention.find': () => call('mention.find', { names: ['bombs'], matchCase: false, articleId: null }),
    'annotate.many': () =>
      call('annotate.many', { as: { entityId: made.entityId }, mark: [passage(14)], unmark: [] }),
    'case.matrix': () => call('case.matrix', { by: 'tag', nearness: 'overlaps', words: 5 }),
    'query.keep': () => keep(call('query.keep', { name: 'Q', expression: 'claim' })),
    'query.rename': () => call('query.rename', { queryId: made.queryId, name: 'Questions' }),
    'query.remove': () => call('query.remove', { queryId: made.queryId }),
    'export.table': () => {
      choose('table.csv')
      return call('export.table', { name: 'Table', rows: [['a']] })
    },
    'case.search': () => call('case.search', { words: 'bombs' }),
    'case.copy': () => {
      choose('Copy.ligature')
      return call('case.copy', undefined)
    },
    'case.share': () => {
      choose('Share.ligature')
      return call('case.share', undefined)
    },
    'backup.make': () => call('backup.make', undefined),
    'backup.list': () => call('backup.list', undefined),
    'backup.restore': async () => {
      const [one] = await call('backup.list', undefined)
      const fileName = one?.backups[0]?.fileName ?? ''
      await call('backup.restore', { caseId: one?.caseId ?? '', fileName })
      await back()
    },
    'case.rescue': async () => {
      choose('Copy.ligature')
      await call('case.rescue', undefined)
      await back()
    },
    'export.notes': () => {
      choose('notes.md')
      return call('export.notes', undefined)
    },
    'note.remove': () => call('note.remove', { noteId: made.noteId }),
    'evidence.detach': () => call('evidence.detach', { evidenceId: made.evidenceId }),
    'relation.remove': () => call('relation.remove', { relationId: made.relationId }),
    'mention.unmark': async () => {
      await keep(call('mention.mark', { passage: passage(14), entity: { id: made.entityId } }))
      return call('mention.unmark', { annotationId: made.annotationId })
    },
    'annotate.resize': async () => {
      await keep(call('annotate.tag', { passage: passage(14), tag: { name: 'claim' } }))
      return call('annotate.resize', { annotationId: made.annotationId, start: 14, end: 40 })
    },
    'annotate.split': () => call('annotate.split', { annotationId: made.annotationId, at: 27 }),
    'annotate.merge': async () => {
      const { annotationId } = await call('annotate.tag', { passage: passage(20), tag: { name: 'claim' } })
      return call('annotate.merge', { annotationIds: [made.annotationId, annotationId] })
    },
    'annotate.remove': async () => {
      await keep(call('annotate.tag', { passage: passage(14), tag: { name: 'claim' } }))
      return call('annotate.remove', { annotationId: made.annotationId })
    },
    'entity.remove': () => call('entity.remove', { entityId: made.entityId }),
    'article.remove': () => call('article.remove', { articleId: article }),
    'history.undo': () => call('history.undo', undefined),
    'history.redo': () => call('history.redo', undefined),
    'history.go': () => call('history.go', { stepId: 1 }),
    'history.list': () => call('history.list', { before: null, words: '' }),
    'settings.theme': () => call('settings.theme', { theme: 'dark' }),
    'settings.reading': () => call('settings.reading', { size: 20, leading: 1.5, measure: 70 }),
    'settings.board': () => call('settings.board', { nodeSize: 'mentions', measure: 'none' }),
    'settings.place': () => call('settings.place', { articleId: article, offset: 3 }),
    'settings.read': () => call('settings.read', undefined),
    'case.new': async () => {
      choose('New.ligature')
      await call('case.new', undefined)
      expect(await other.tries()).toBe('in')
    },
    'case.open': () => {
      chosen = path
      return call('case.open', undefined)
    },
  }
  for (const [name, act] of Object.entries(doings)) {
    await act()
    if (name !== 'case.new') expect(`${name}: ${await other.tries()}`).toBe(`${name}: SQLITE_BUSY`)
  }
  open.close()
  expect(await other.tries()).toBe('in')
  await other.leaves()
}, 20_000)

describe('the open case itself', () => {
  const names: [what: string, name: string, give: (at: string) => void][] = [
    ['its own name', 'Kerman.ligature', () => {}],
    ['a link to it', 'link.txt', (at) => symlinkSync(path, at)],
    ['a second name of its file', 'second', (at) => linkSync(path, at)],
    ['a linked folder', 'linked/Kerman.ligature', (at) => symlinkSync(folder, dirname(at))],
    ['the name it was given while open', 'new.txt', (at) => renameSync(path, at)],
  ]

  test.each(names)('is not read as an article by %s (%s), and stays locked', async (_, name, give) => {
    const at = join(folder, name)
    give(at)
    const other = secondProgram(at)
    expect(await other.tries()).toBe('SQLITE_BUSY')
    await expect(call('article.drop', { paths: [at] })).rejects.toThrow('is the case you have open.')
    expect(await other.tries()).toBe('SQLITE_BUSY')
    await other.leaves()
  })

  test.each(names)('is not written over by %s (%s)', async (_, name, give) => {
    await call('note.write', { on: { wholeCase: true }, body: 'Words to export.' })
    const at = join(folder, name)
    give(at)
    chosen = at
    for (const verb of ['export.notes', 'case.copy', 'case.share', 'case.rescue', 'case.new'] as const)
      await expect(call(verb, undefined)).rejects.toThrow('is the case you have open.')
    expect(await call('case.open', undefined)).toBe(false)
    open.close()
    expect(readFileSync(at).subarray(0, 15).toString()).toBe('SQLite format 3')
    open = openCase(at)
    expect(open.info().revision).toBe(1)
  })
})
