import { type Action, actions } from '../../preload/contract/actions.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keyLabel } from '../ui/keys.ts'

const others = [
  {
    title: 'On the board',
    keys: [
      ['Walk along the relations', '← → ↑ ↓'],
      ['Nudge what is picked', `${keyLabel('Shift')} + an arrow`],
      ['Into the panel of what is chosen', '↵'],
      ['Pick all', keyLabel('CmdOrCtrl+A')],
      ['Pick one more', `${keyLabel('Shift')} + press`],
      ['Pick with a box', `${keyLabel('Shift')} + drag`],
      ['Pick with a lasso', `${keyLabel('Alt')} + drag`],
      ['Nearer or further', 'Wheel'],
      ['Pick nothing', 'Esc'],
    ],
  },
  {
    title: 'In the text',
    keys: [
      ['Move by letter, line', '← → ↑ ↓'],
      ['Move by word', keyLabel('CmdOrCtrl+→')],
      ['Select', `${keyLabel('Shift')} + any of these`],
      ['Put tag 1 to 9', '1 – 9'],
      ['Leave', 'Esc'],
    ],
  },
] as const

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
        {others.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([label, key]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <kbd>{key}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="row end">
        <button type="button" className="button" onClick={leave}>
          Close
        </button>
      </div>
    </Dialog>
  )
}
