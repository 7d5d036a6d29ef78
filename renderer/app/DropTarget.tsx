import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type Held, listenToDrops } from '../actions/drops.ts'

/** Says over the whole window what letting go would add. */
export function DropTarget() {
  const [held, setHeld] = useState<Held | null>(null)
  useEffect(() => listenToDrops(setHeld), [])
  if (!held) return null
  return (
    <div className="drop-target" role="status">
      <div className="drop">
        <FileDown size={28} strokeWidth={1.5} />
        <h2>{headline(held)}</h2>
        <p>Text, Markdown, saved web pages, Word and PDF.</p>
      </div>
    </div>
  )
}

function headline(held: Held): string {
  if (held.what === 'words') return 'Let go to add these words as an article'
  return held.count > 1
    ? `Let go to add ${held.count} files as articles`
    : 'Let go to add the file as an article'
}
