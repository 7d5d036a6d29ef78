import { ChevronRight } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { call } from '../state/client.ts'
import { keyOfTag } from '../state/select.ts'
import { point, useStore } from '../state/store.ts'
import { lightTag } from './light-tag.ts'
import { removeTag } from './remove-tag.ts'
import type { TagLine } from './tag-rows.ts'
import { setCollapsed, useTagsView } from './tags-view.ts'

/** What is dragged is named by a type of its own, so that dropped files and words are left alone. */
const dragged = 'application/x-ligature-tag'
/** Deeper levels stand at the same indent: names need the room. */
const mostIndent = 6

/** Tags as a tree, with the keys of the ARIA guide's tree pattern: arrows, Home, End, Enter opens, Delete deletes. */
export function TagTree({ lines, chosen }: { lines: TagLine[]; chosen: string | null }) {
  const keys = useStore((state) => keyOfTag(state.rows))
  const tree = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const at = Math.max(
    0,
    lines.findIndex(({ tag }) => tag.id === (focused ?? chosen)),
  )
  const focus = (index: number) =>
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus()

  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[at]
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    const { tag, isOpen, children, parentId } = line
    const parent = lines.findIndex((other) => other.tag.id === parentId)
    const doings: Record<string, () => unknown> = {
      ArrowDown: () => focus(Math.min(at + 1, lines.length - 1)),
      ArrowUp: () => focus(Math.max(at - 1, 0)),
      Home: () => focus(0),
      End: () => focus(lines.length - 1),
      ArrowRight: () => children > 0 && (isOpen ? focus(at + 1) : setCollapsed(tag.id, false)),
      ArrowLeft: () => (children > 0 && isOpen ? setCollapsed(tag.id, true) : parent >= 0 && focus(parent)),
      Enter: () => useTagsView.setState({ chosen: tag.id }),
      F2: () => useTagsView.setState({ chosen: tag.id }),
      // A tree that has the focus means its own tag, not what is selected in the text.
      Delete: () => removeTag(tag),
    }
    const doing = doings[event.key]
    if (!doing) return
    event.preventDefault()
    doing()
  }
  const target = (parentId: string | null) => ({
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragged)) return
      event.preventDefault()
      setOver(parentId ?? '')
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      setOver(null)
      const tagId = event.dataTransfer.getData(dragged)
      if (!tagId || tagId === parentId) return
      event.preventDefault()
      event.stopPropagation()
      void call('tag.move', { tagId, parentId })
    },
  })
  return (
    <>
      <div className="tag-tree" ref={tree} role="tree" aria-label="Tags" onKeyDown={onKeyDown}>
        {lines.map(({ tag, level, children, isOpen, own, all, isAside }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it hears the keys, as its pattern asks
          <div
            key={tag.id}
            className={`tag-line${isAside ? ' aside' : ''}${over === tag.id ? ' over' : ''}`}
            role="treeitem"
            tabIndex={index === at ? 0 : -1}
            aria-level={level}
            aria-expanded={children > 0 ? isOpen : undefined}
            aria-selected={tag.id === chosen}
            title={tag.description || undefined}
            draggable
            style={{ '--indent': Math.min(level - 1, mostIndent) } as React.CSSProperties}
            onFocus={() => {
              setFocused(tag.id)
              lightTag(tag.id)
            }}
            onBlur={() => point(null)}
            onMouseEnter={() => lightTag(tag.id)}
            onMouseLeave={() => point(null)}
            onClick={() => useTagsView.setState({ chosen: tag.id === chosen ? null : tag.id })}
            onDragStart={(event) => {
              event.dataTransfer.setData(dragged, tag.id)
              event.dataTransfer.effectAllowed = 'move'
            }}
            {...target(tag.id)}
          >
            <span
              className={children > 0 ? 'twist' : 'twist none'}
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation()
                setCollapsed(tag.id, isOpen)
              }}
            >
              {children > 0 && <ChevronRight className={isOpen ? 'open' : ''} />}
            </span>
            <i className="swatch" style={{ background: `var(--tag-${tag.color})` }} />
            <bdi>{tag.name}</bdi>
            {keys.has(tag.id) && <kbd title={`Key ${keys.get(tag.id)}`}>{keys.get(tag.id)}</kbd>}
            <span className="uses" title={usesInWords(own, all)}>
              {own !== all && <small>{own} of </small>}
              {all}
            </span>
          </div>
        ))}
      </div>
      <div className={over === '' ? 'tag-top over' : 'tag-top'} {...target(null)} aria-hidden="true">
        {over !== null && 'To the top'}
      </div>
    </>
  )
}

const usesInWords = (own: number, all: number) =>
  own === all
    ? `${own} ${own === 1 ? 'passage' : 'passages'}`
    : `${own} ${own === 1 ? 'passage' : 'passages'} with this tag, ${all} with those below it`
