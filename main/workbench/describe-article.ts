import { gradeText } from '../../preload/contract/grade.ts'
import type { Parsed } from '../../preload/contract.ts'
import { deleteArticle, findArticle, gradeArticle, updateArticle } from '../case-file/articles.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { quoted } from './words.ts'

export function describeArticle(db: WriteCase, input: Parsed<'article.describe'>) {
  findArticle(db, input.articleId)
  updateArticle(db, input.articleId, input)
  return { label: `Edit details of ${quoted(input.title)}`, value: undefined }
}

export function gradeSource(db: WriteCase, input: Parsed<'article.grade'>) {
  const { title } = findArticle(db, input.articleId)
  gradeArticle(db, input.articleId, input)
  return { label: `Grade ${quoted(title)} ${gradeText(input) || 'no more'}`, value: undefined }
}

export function removeArticle(db: WriteCase, input: Parsed<'article.remove'>) {
  const { title } = findArticle(db, input.articleId)
  deleteArticle(db, input.articleId)
  return { label: `Remove article ${quoted(title)}`, value: undefined }
}
