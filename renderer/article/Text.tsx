import { memo, type RefObject, useLayoutEffect } from 'react'
import type { TextView } from './text-view.ts'

interface Props {
  root: RefObject<HTMLDivElement | null>
  view: TextView
  title: string
  isFolded: boolean
}

/**
 * Where an article's text stands; `view` fills it. Editable so that the platform's own caret and selection keys work in the text,
 * in every script; every change is refused, so nothing can be edited. As plain text, since React walks all of a rich one at
 * each commit to note where the selection is.
 */
export const Text = memo(function Text({ root, view, title, isFolded }: Props) {
  useLayoutEffect(() => view.fold(isFolded), [view, isFolded])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea can hold no headings and no marks
    <div
      ref={root}
      className={isFolded ? 'text folded' : 'text'}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={`Text of ${title}`}
      tabIndex={0}
      spellCheck={false}
    />
  )
})
