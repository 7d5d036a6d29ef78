import type cytoscape from 'cytoscape'
import { useEffect, useRef, useState } from 'react'
import { useStore } from '../state/store.ts'

interface Point {
  x: number
  y: number
}

/**
 * Draws a relation by hand: a small handle stands beside the node pointed at; dragged to another node, it asks what the
 * one does to the other. Its own few lines instead of an extension, because it needs no change to the picture while drawing.
 */
export function DrawRelation({ cy }: { cy: cytoscape.Core }) {
  const [over, setOver] = useState<{ id: string; at: Point } | null>(null)
  const [line, setLine] = useState<{ from: Point; to: Point } | null>(null)

  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Long enough to move from the node to its handle.
  const leave = () => {
    clearTimeout(leaving.current)
    leaving.current = setTimeout(() => setOver(null), 700)
  }
  const stay = () => clearTimeout(leaving.current)

  // biome-ignore lint/correctness/useExhaustiveDependencies: both only use the timer, which outlives a rendering
  useEffect(() => {
    const show = (event: cytoscape.EventObject) => {
      stay()
      setOver({ id: event.target.id(), at: handlePlace(event.target) })
    }
    const gone = () => setOver(null)
    cy.on('mouseover', 'node[!isGroup]', show)
    cy.on('mouseout', 'node', leave)
    // A pointer that leaves the board straight from a node gives no mouseout.
    const container = cy.container()
    container?.addEventListener('mouseleave', leave)
    cy.on('viewport grab', gone)
    return () => {
      stay()
      container?.removeEventListener('mouseleave', leave)
      cy.off('mouseover', 'node[!isGroup]', show)
      cy.off('mouseout', 'node', leave)
      cy.off('viewport grab', gone)
    }
  }, [cy])

  const begin = (event: React.PointerEvent) => {
    if (!over) return
    event.preventDefault()
    const { id: fromId, at } = over
    const box = cy.container()?.getBoundingClientRect()
    if (!box) return
    const place = (move: PointerEvent): Point => ({ x: move.clientX - box.left, y: move.clientY - box.top })
    const onMove = (move: PointerEvent) => setLine({ from: at, to: place(move) })
    const onUp = (up: PointerEvent) => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      setLine(null)
      setOver(null)
      const target = nodeAt(cy, place(up))
      if (target && target.id() !== fromId)
        useStore.setState({ open: { what: 'relation', fromId, toId: target.id() } })
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
  }

  return (
    <>
      {line && (
        <svg className="drawing" aria-hidden="true">
          <line x1={line.from.x} y1={line.from.y} x2={line.to.x} y2={line.to.y} />
        </svg>
      )}
      {over && !line && (
        <button
          type="button"
          className="draw-handle"
          tabIndex={-1}
          aria-label="Draw a relation from here"
          title="Drag to another entity"
          style={{ left: over.at.x, top: over.at.y }}
          onMouseEnter={stay}
          onMouseLeave={leave}
          onPointerDown={begin}
        />
      )}
    </>
  )
}

function handlePlace(node: cytoscape.NodeSingular): Point {
  const box = node.renderedBoundingBox({
    includeLabels: false,
    includeOverlays: false,
    includeUnderlays: false,
  })
  return { x: box.x2 + 4, y: box.y1 - 2 }
}

function nodeAt(cy: cytoscape.Core, at: Point): cytoscape.NodeSingular | undefined {
  const hit = cy.nodes('[!isGroup]:visible').filter((node) => {
    const box = node.renderedBoundingBox({ includeLabels: true })
    return at.x >= box.x1 && at.x <= box.x2 && at.y >= box.y1 && at.y <= box.y2
  })
  return hit.nonempty() ? hit[hit.length - 1] : undefined
}
