import { Fragment, memo, type RefObject } from 'react'
import type { Block } from '../../preload/contract/article.ts'
import { BlockView } from './BlockView.tsx'
import { Fold } from './Fold.tsx'
import { type TextView, View } from './text-view.ts'

interface Props {
  root: RefObject<HTMLDivElement | null>
  view: TextView
  title: string
  isFolded: boolean
  onFold: (isFolded: boolean) => void
}

const isAside = (block: Block) => block.kind === 'furniture' || block.kind === 'caption'

/**
 * All blocks of an article. Editable so that the platform's own caret and selection keys work in the text, in every script;
 * every change is refused, so nothing can be edited.
 */
export const Text = memo(function Text({ root, view, title, isFolded, onFold }: Props) {
  const { blocks } = view
  const aside = blocks.filter(isAside).length
  const belowTitle = blocks.findIndex((block) => block.kind === 'title') + 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea can hold no headings and no marks
    <div
      ref={root}
      className={isFolded ? 'text folded' : 'text'}
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={`Text of ${title}`}
      tabIndex={0}
      spellCheck={false}
    >
      <View value={view}>
        {blocks.map((block, index) => (
          <Fragment key={block.start}>
            {index === belowTitle && aside > 0 && <Fold count={aside} isFolded={isFolded} onFold={onFold} />}
            <BlockView block={block} index={index} />
          </Fragment>
        ))}
      </View>
    </div>
  )
})
