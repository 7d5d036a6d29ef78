import { useState } from 'react'
import type { ArticleRow, Direction } from '../../preload/contract/article.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { GradeField } from '../ui/GradeField.tsx'

/** What is known about the article, to be corrected. Exports name it by these. */
export function ArticleDetails() {
  const article = useStore((state) => (state.articleId ? state.rows.article.get(state.articleId) : undefined))
  return article ? <Details article={article} /> : null
}

const fields = [
  ['title', 'Title', ''],
  ['byline', 'By', ''],
  ['publisher', 'Published by', ''],
  ['publishedOn', 'Date', '2024-01-31'],
  ['source', 'Source', 'Web address or file'],
  ['language', 'Language', 'en, fa, pt-BR'],
] as const

function Details({ article }: { article: ArticleRow }) {
  const [draft, setDraft] = useState(article)
  const leave = () => useStore.setState({ open: null })
  const save = async () => {
    const { title, byline, publisher, publishedOn, source, language, direction } = draft
    const known = { title, byline, publisher, publishedOn, source, language, direction }
    if (!(await call('article.describe', { articleId: article.id, ...known }))) return
    const { reliability, credibility } = draft
    const hasSameGrade = reliability === article.reliability && credibility === article.credibility
    if (hasSameGrade || (await call('article.grade', { articleId: article.id, reliability, credibility })))
      leave()
  }
  return (
    <Dialog label="Article details" className="details" onLeave={leave}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <h2>Article details</h2>
        {fields.map(([name, label, placeholder]) => (
          <label key={name}>
            {label}
            <input
              className="field"
              dir="auto"
              value={draft[name]}
              placeholder={placeholder}
              onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
            />
          </label>
        ))}
        <label>
          Direction
          <select
            className="field"
            value={draft.direction}
            onChange={(event) => setDraft({ ...draft, direction: event.target.value as Direction })}
          >
            <option value="ltr">Left to right</option>
            <option value="rtl">Right to left</option>
          </select>
        </label>
        <div className="field-group">
          Grade of the source, for its passages without one of their own
          <GradeField grade={draft} onGrade={(grade) => setDraft({ ...draft, ...grade })} />
        </div>
        <div className="row end">
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}
