import { type Action, actions } from '../../preload/contract/actions.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keyLabel } from '../ui/keys.ts'

/** All keys, from the list of actions, and the few that are not actions. */
export function Shortcuts() {
  const leave = () => useStore.setState({ open: null })
  const groups = [...new Set(actions.map((action) => action.menu))]
  return (
    <Dialog label="Keyboard shortcuts" className="shortcuts" onLeave={leave}>
      <h2>Keyboard shortcuts</h2>
      <div className="columns">
        {groups.map((menu) => (
          <section key={menu}>
            <h3>{menu}</h3>
            <dl>
              {(actions as readonly Action[])
                .filter((action) => action.menu === menu && action.key)
                .map(({ id, label, key }) => (
                  <div key={id}>
                    <dt>{label}</dt>
                    <dd>
                      <kbd>{keyLabel(key ?? '')}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>In the text</h3>
          <dl>
            {[
              ['Move by letter, line', '← → ↑ ↓'],
              ['Move by word', keyLabel('CmdOrCtrl+→')],
              ['Select', 'Shift + any of these'],
              ['Put tag 1 to 9', '1 – 9'],
              ['Leave', 'Esc'],
            ].map(([label, keys]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <div className="row end">
        <button type="button" className="button" onClick={leave}>
          Close
        </button>
      </div>
    </Dialog>
  )
}
