import { useState } from 'react'
import { useStore } from '../state/store.ts'
import { excerpt } from '../ui/excerpt.ts'
import { type Choice, matches, Picker } from '../ui/Picker.tsx'
import { mergeable } from './overlaps.ts'
import { MarkName } from './PassagesHere.tsx'
import { mergeWith } from './reshape-doings.ts'

/** Which of several passages that overlap or touch the selected one becomes one with it, or all of them. */
export function MergePicker({ onLeave }: { onLeave: () => void }) {
  const [query, setQuery] = useState('')
  const others = mergeable(useStore())
  const merge = (ids: string[]) => () => {
    onLeave()
    void mergeWith(ids)
  }
  const choices: Choice[] = others
    .filter(({ annotation }) => matches(annotation.quote, query))
    .map((mark) => ({
      key: mark.annotation.id,
      label: <MarkName mark={mark} />,
      hint: excerpt(mark.annotation.quote, 24),
      choose: merge([mark.annotation.id]),
    }))
  if (query.trim() === '' && others.length > 1)
    choices.push({
      key: 'all',
      label: `All ${others.length} of them`,
      choose: merge(others.map(({ annotation }) => annotation.id)),
    })
  return (
    <Picker
      label="Merge the passage with"
      placeholder="Which passage?"
      query={query}
      onQuery={setQuery}
      choices={choices}
      onLeave={onLeave}
    />
  )
}
