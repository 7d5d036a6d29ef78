import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'

/** The sets there are, with a tick at those that the tag is in. Nothing where there are none. */
export function SetsOfTag({ tagId }: { tagId: string }) {
  const sets = useStore((state) => state.rows.tagSet)
  const members = useStore((state) => state.rows.tagSetMember)
  if (sets.size === 0) return null
  const mine = new Set([...members.values()].flatMap((row) => (row.tagId === tagId ? row.tagSetId : [])))
  return (
    <details className="sets">
      <summary>
        {mine.size === 0 ? 'In no set' : `In ${mine.size} ${mine.size === 1 ? 'set' : 'sets'}`}
      </summary>
      <ul>
        {[...sets.values()]
          .sort((a, b) => a.name.localeCompare(b.name))
          .map(({ id, name }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={mine.has(id)}
                  onChange={(event) =>
                    void call('tagSet.put', { tagSetId: id, tagId, isIn: event.target.checked })
                  }
                />
                <bdi>{name}</bdi>
              </label>
            </li>
          ))}
      </ul>
    </details>
  )
}
