import { useState } from 'react'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { Popover } from './Popover.tsx'
import { targets, usePicture } from './picture.ts'
import { keepView } from './views.ts'

const leave = () => usePicture.setState({ open: null })

/** Asks for the name of a view or a group that is being made. */
export function NameForm({ of }: { of: 'view' | 'group' }) {
  const [name, setName] = useState('')
  const what = of === 'view' ? 'Keep this view as' : 'Group these as'
  const save = async () => {
    if (of === 'view') {
      if (await keepView(name)) leave()
      return
    }
    const { boardGroup } = useStore.getState().rows
    const groupIds = usePicture.getState().pickedGroups.filter((id) => boardGroup.has(id))
    const done = await call('group.make', { name, entityIds: targets(), groupIds })
    if (!done) return
    useStore.setState({ selected: null })
    usePicture.setState({ open: null, picked: [], pickedGroups: [done.groupId] })
  }
  return (
    <Popover label={what}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label>
          {what}
          <input
            className="field"
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <div className="row end">
          <button type="button" className="button small" onClick={leave}>
            Cancel
          </button>
          <button type="submit" className="button small primary" disabled={name.trim() === ''}>
            {of === 'view' ? 'Keep' : 'Group'}
          </button>
        </div>
      </form>
    </Popover>
  )
}
