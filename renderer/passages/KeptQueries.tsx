import { X } from 'lucide-react'
import { useState } from 'react'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { findPassages, inWords } from './find-passages.ts'

/** The questions kept in the case, each with how many passages answer it now. A second press lets go; a double press renames. */
export function KeptQueries({ words }: { words: string }) {
  const rows = useStore((state) => state.rows)
  const [renaming, setRenaming] = useState<string | null>(null)
  const queries = [...rows.tagQuery.values()].sort((a, b) => a.name.localeCompare(b.name))
  if (queries.length === 0) return null
  const ask = (passageQuery: string) => useStore.setState({ passageQuery })
  return (
    <ul className="kept" aria-label="Kept questions">
      {queries.map(({ id, name, expression }) => (
        <li key={id}>
          {renaming === id ? (
            <input
              className="field"
              aria-label="Name of the question"
              defaultValue={name}
              // biome-ignore lint/a11y/noAutofocus: it takes the place of what was pressed
              autoFocus
              onBlur={() => setRenaming(null)}
              onKeyDown={async (event) => {
                if (event.key !== 'Enter' && event.key !== 'Escape') return
                event.stopPropagation()
                const { value } = event.currentTarget
                if (event.key === 'Escape' || (await call('query.rename', { queryId: id, name: value })))
                  setRenaming(null)
              }}
            />
          ) : (
            <>
              <button
                type="button"
                aria-pressed={words === expression}
                title={inWords(rows, expression)}
                onClick={() => ask(words === expression ? '' : expression)}
                onDoubleClick={() => setRenaming(id)}
              >
                <bdi>{name}</bdi>
                <span>{findPassages(rows, expression, 'place').marks.length}</span>
              </button>
              <IconButton
                label={`Forget the question ${name}`}
                title="Forget"
                onClick={() => call('query.remove', { queryId: id })}
              >
                <X size={12} />
              </IconButton>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
