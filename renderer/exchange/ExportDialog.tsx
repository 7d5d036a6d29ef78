import { useState } from 'react'
import { networkFormats } from '../../preload/contract/exchange.ts'
import { boardCommands } from '../network/board-commands.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { exportNetwork, exportPicture } from './exchange-actions.ts'

const pictureFormats = [
  {
    ...({ id: 'png', label: 'Picture (PNG)' } as const),
    readers: 'What is seen of the network now, with title and legend, for any document.',
  },
  {
    ...({ id: 'svg', label: 'Drawing (SVG)' } as const),
    readers: 'The same in lines and words, sharp at any size, for drawing programs and print.',
  },
]
type Format = (typeof networkFormats)[number]['id'] | 'png' | 'svg'

/** The formats a network goes out in, each with who reads it. */
export function ExportDialog() {
  const [format, setFormat] = useState<Format>('graphml')
  const [evidence, setEvidence] = useState(true)
  const [isTransparent, setTransparent] = useState(false)
  // While the article has all the room, there is no picture to take.
  const formats = boardCommands.drawn ? [...networkFormats, ...pictureFormats] : networkFormats
  const leave = () => useStore.setState({ open: null })
  const save = () => {
    leave()
    if (format === 'png' || format === 'svg') void exportPicture(format, isTransparent)
    else void exportNetwork(format, evidence)
  }
  return (
    <Dialog label="Export the network" className="exchange" onLeave={leave}>
      <h2>Export the network</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <fieldset className="formats">
          <legend>Format</legend>
          {formats.map(({ id, label, readers }) => (
            <label key={id}>
              <input
                type="radio"
                name="format"
                value={id}
                checked={format === id}
                onChange={() => setFormat(id)}
              />
              <span>
                <b>{label}</b>
                <small>{readers}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {format === 'png' || format === 'svg' ? (
          <Check label="Without a background" checked={isTransparent} onChange={setTransparent}>
            To be laid over a page that is as light, or as dark, as the board.
          </Check>
        ) : (
          <Check label="With passages, grades and counts" checked={evidence} onChange={setEvidence}>
            They cannot be imported again: they belong to articles, which the file does not hold.
          </Check>
        )}
        <div className="row end">
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Export…
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface CheckProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  children: string
}

function Check({ label, checked, onChange, children }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        <small>{children}</small>
      </span>
    </label>
  )
}
