import { useState } from 'react'
import { type NetworkFormatId, networkFormats } from '../../preload/contract/exchange.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { exportNetwork } from './exchange-actions.ts'

/** The formats a network goes out in, each with who reads it. */
export function ExportDialog() {
  const [format, setFormat] = useState<NetworkFormatId>('graphml')
  const [evidence, setEvidence] = useState(true)
  const leave = () => useStore.setState({ open: null })
  return (
    <Dialog label="Export the network" className="exchange" onLeave={leave}>
      <h2>Export the network</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          leave()
          void exportNetwork(format, evidence)
        }}
      >
        <fieldset className="formats">
          <legend>For</legend>
          {networkFormats.map(({ id, label, readers }) => (
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
        <label className="check">
          <input type="checkbox" checked={evidence} onChange={(event) => setEvidence(event.target.checked)} />
          <span>
            With passages, grades and counts
            <small>
              They cannot be imported again: they belong to articles, which the file does not hold.
            </small>
          </span>
        </label>
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
