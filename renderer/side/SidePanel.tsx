import { FileText, Highlighter, History, StickyNote, Tag as TagIcon, Waypoints } from 'lucide-react'
import type { ReactNode } from 'react'
import { longDate } from '../../preload/contract/dates.ts'
import { runAction } from '../actions/run.ts'
import { HistoryTab } from '../history/HistoryTab.tsx'
import { NotesTab } from '../notes/NotesTab.tsx'
import { PassagesTab } from '../passages/PassagesTab.tsx'
import { SearchField } from '../search/SearchField.tsx'
import { SearchResults } from '../search/SearchResults.tsx'
import { annotationsByArticle, mentionsByEntity, tagCountsByArticle, tagsByUse } from '../state/select.ts'
import { point, select, type Tab, useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'
import { TagList } from '../tags/TagList.tsx'
import { TagsTab } from '../tags/TagsTab.tsx'
import { TypeIcon } from '../ui/TypeIcon.tsx'

const tabs: { id: Tab; label: string; icon: ReactNode }[] = [
  { id: 'articles', label: 'Articles', icon: <FileText size={15} /> },
  { id: 'passages', label: 'Passages', icon: <Highlighter size={15} /> },
  { id: 'tags', label: 'Tags', icon: <TagIcon size={15} /> },
  { id: 'entities', label: 'Entities', icon: <Waypoints size={15} /> },
  { id: 'notes', label: 'Notes', icon: <StickyNote size={15} /> },
  { id: 'history', label: 'History', icon: <History size={15} /> },
]

export function SidePanel() {
  const search = useStore((state) => state.search)
  return (
    <aside className="side" aria-label="Case">
      <SearchField />
      {search.trim() === '' ? <Tabs /> : <SearchResults words={search} />}
    </aside>
  )
}

function Tabs() {
  const tab = useStore((state) => state.tab)
  const isRead = useStore((state) => state.isRead)
  const views: Record<Tab, React.ReactNode> = {
    articles: <ArticlesTab />,
    passages: <PassagesTab />,
    tags: <TagsTab />,
    entities: <EntitiesTab />,
    notes: <NotesTab />,
    history: <HistoryTab />,
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label="What the case holds">
        {tabs.map(({ id, label, icon }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-label={label}
            title={label}
            aria-selected={id === tab}
            aria-controls="tab-panel"
            tabIndex={id === tab ? 0 : -1}
            onClick={() => useStore.setState({ tab: id })}
            onKeyDown={(event) => {
              const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
              const next = move && tabs[(index + move + tabs.length) % tabs.length]
              if (!next) return
              useStore.setState({ tab: next.id })
              document.getElementById(`tab-${next.id}`)?.focus()
            }}
          >
            {/* The name of the one that is open, where there is room; the others are known by their signs. */}
            <span className="tab-sign">{icon}</span>
            <span className="tab-name">{label}</span>
          </button>
        ))}
      </div>
      <div className="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {isRead || tab === 'history' ? views[tab] : <p className="hint late">Reading the case…</p>}
      </div>
    </>
  )
}

function ArticlesTab() {
  const rows = useStore((state) => state.rows)
  const articleId = useStore((state) => state.articleId)
  const articles = [...rows.article.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  const here = tagCountsByArticle(rows).get(articleId ?? '')
  const tags = tagsByUse(rows).filter((tag) => here?.has(tag.id))
  const replaced = new Set(articles.map(({ replacesId }) => replacesId))
  return (
    <>
      <ol className="articles">
        {articles.map((article) => (
          <li key={article.id}>
            <button
              type="button"
              aria-current={article.id === articleId ? 'true' : undefined}
              onClick={() => void showArticle(article.id)}
            >
              <b dir="auto">{article.title}</b>
              <span>
                <bdi>{article.publisher || article.source || 'Pasted text'}</bdi>
                {article.publishedOn && ` · ${longDate(article.publishedOn)}`}
              </span>
              <span>
                {countOf(annotationsByArticle(rows).get(article.id)?.length ?? 0, 'passage')}
                {replaced.has(article.id) && ' · earlier version'}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="link add" onClick={() => runAction('article.open')}>
        Add an article…
      </button>
      {tags.length > 0 && (
        <>
          <h3>
            Tags in this article <span>{tags.length}</span>
          </h3>
          <TagList tags={tags.map((tag) => ({ ...tag, count: here?.get(tag.id) ?? 0 }))} />
        </>
      )}
    </>
  )
}

const countOf = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

function EntitiesTab() {
  const rows = useStore((state) => state.rows)
  const selected = useStore((state) => state.selected)
  const mentions = mentionsByEntity(rows)
  const entities = [...rows.entity.values()].sort(
    (a, b) =>
      (mentions.get(b.id)?.length ?? 0) - (mentions.get(a.id)?.length ?? 0) || a.name.localeCompare(b.name),
  )
  if (entities.length === 0)
    return <p className="hint">Select a name in the text and press E. It becomes a node of the network.</p>
  return (
    <ul className="tags">
      {entities.map((entity) => (
        <li
          key={entity.id}
          onMouseEnter={() => point({ entities: [entity.id] })}
          onMouseLeave={() => point(null)}
        >
          <button
            type="button"
            aria-current={selected?.kind === 'entity' && selected.id === entity.id ? 'true' : undefined}
            onClick={() => select({ kind: 'entity', id: entity.id })}
            onFocus={() => point({ entities: [entity.id] })}
            onBlur={() => point(null)}
          >
            <TypeIcon type={entity.type} />
            <bdi>{entity.name}</bdi>
            <span>{mentions.get(entity.id)?.length ?? 0}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
