import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { insertAnnotation, setMention } from '../../main/case-file/annotations.ts'
import { insertArticle } from '../../main/case-file/articles.ts'
import { insertEntity } from '../../main/case-file/entities.ts'
import type { WriteCase } from '../../main/case-file/handle.ts'
import { insertNote } from '../../main/case-file/notes.ts'
import { openCase } from '../../main/case-file/open-case.ts'
import { insertRelation, putEvidence } from '../../main/case-file/relations.ts'
import { schemaVersion } from '../../main/case-file/schema.ts'
import { attachTag, insertTag } from '../../main/case-file/tags.ts'
import { noPeriod } from '../../preload/contract/dates.ts'

export const folder = resolve('out/bench')

/** 40 paragraphs of 3 sentences: about 1,000 words, as long as an article of a newspaper. */
const sentences =
  'The minister met the delegation in Vienna. No date was set for the talks. Both sides had asked for it.'
const paragraphs = Array.from({ length: 40 }, (_, index) => `${index + 1}. ${sentences}`)
const contentOf = (title: string) => {
  const text = [title, ...paragraphs].join('\n')
  const blocks = []
  for (let start = 0; start < text.length; ) {
    const line = text.indexOf('\n', start)
    const end = line < 0 ? text.length : line
    blocks.push({ kind: start === 0 ? ('title' as const) : ('paragraph' as const), start, end })
    start = end + 1
  }
  return { text, blocks }
}

/**
 * A case of so many annotations, and with them a hundredth of articles, a tenth of entities, three tenths of relations and a
 * fifth of notes: 100,000 make the large case that the targets name. Made once for each version of the schema; its history
 * holds every row, ten annotations a step. Answers its path.
 */
export function filledCase(annotations: number): string {
  const path = join(folder, `filled-${annotations}-v${schemaVersion}.ligature`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const making = `${path}.making`
  rmSync(making, { force: true })
  const one = openCase(making, { create: true })
  const step = (label: string, fill: (db: WriteCase) => void) =>
    one.step((db) => ({ label, value: fill(db) }))

  const entities: string[] = []
  const tags: string[] = []
  step('Add entities', (db) => {
    const side = Math.ceil(Math.sqrt(annotations / 10))
    for (let n = 0; n < annotations / 10; n++)
      entities.push(
        insertEntity(db, {
          name: `Entity ${n}`,
          type: 'group',
          x: (n % side) * 140,
          y: Math.floor(n / side) * 140,
        }).id,
      )
    for (let n = 0; n < Math.max(10, annotations / 100); n++) tags.push(insertTag(db, `Tag ${n}`).id)
  })
  const at = <Value>(list: Value[], n: number): Value => list[n % list.length] as Value
  for (let made = 0; made < annotations; ) {
    let articleId = ''
    step('Add article', (db) => {
      const title = `Article ${made / 100}`
      const about = { title, byline: '', publisher: '', publishedOn: '', source: '', language: 'en' }
      articleId = insertArticle(db, { ...about, direction: 'ltr' }, contentOf(title))
    })
    for (let tens = 0; tens < 10; tens++)
      step('Annotate', (db) => {
        for (let n = 0; n < 10; n++, made++) {
          const start = 20 + (made % 100) * 40
          const quote = sentences.slice(0, 24)
          const place = { articleId, start, end: start + 24, quote, prefix: quote, suffix: quote }
          const { id } = insertAnnotation(db, place)
          attachTag(db, id, at(tags, made))
          if (made % 2) setMention(db, id, at(entities, made * 7))
          if (made % 5 === 0)
            insertNote(db, { annotationId: id }, `Note ${made}: compare with the second report.`)
          if (made % 10 < 3) {
            const relation = { fromId: at(entities, made), toId: at(entities, made * 3 + 1), kind: 'met' }
            const relationId = insertRelation(db, {
              ...relation,
              basis: 'stated',
              ...noPeriod,
              startOn: '2024',
            })
            putEvidence(db, relationId, id, 'supports')
          }
        }
      })
  }
  one.close()
  renameSync(making, path)
  return path
}
