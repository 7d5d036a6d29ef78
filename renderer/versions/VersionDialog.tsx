import { useEffect, useState } from 'react'
import { longDate } from '../../preload/contract/dates.ts'
import type { Fate } from '../../preload/contract/versions.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { MovedList } from './MovedList.tsx'
import { Words } from './Words.tsx'

interface Props {
  articleId: string
  earlierId: string
}

/** What becomes of the passages of an earlier version: the sure go over together, the moved wait for a yes, the lost stay. */
export function VersionDialog({ articleId, earlierId }: Props) {
  const newer = useStore((state) => state.rows.article.get(articleId))
  const earlier = useStore((state) => state.rows.article.get(earlierId))
  const [fates, setFates] = useState<Fate[] | null>(null)
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const leave = () => useStore.setState({ open: null })
  useEffect(() => {
    void call('version.compare', { articleId, earlierId }).then((found) =>
      found ? setFates(found) : useStore.setState({ open: null }),
    )
  }, [articleId, earlierId])
  if (!newer || !earlier) return null

  const of = (fate: Fate['fate']) => (fates ?? []).filter((each) => each.fate === fate)
  const [sure, moved, lost] = [of('sure'), of('moved'), of('lost')]
  const going = sure.length + accepted.size
  const carry = async () => {
    const done = await call('version.carry', { articleId, earlierId, accepted: [...accepted] })
    if (!done) return
    leave()
    const left =
      done.left === 0
        ? ''
        : ` ${count(done.left)} ${done.left === 1 ? 'stays' : 'stay'} with the earlier version.`
    say({ kind: 'done', text: `${count(done.carried)} carried over.${left}`, undo: true })
  }
  return (
    <Dialog label="New version" className="version" onLeave={leave}>
      <h2>
        A new version of “<bdi>{earlier.title}</bdi>”
      </h2>
      <p className="hint">
        Earlier: <bdi>{aboutOf(earlier)}</bdi> · Now: <bdi>{aboutOf(newer)}</bdi>. The earlier one stays in
        the case.
      </p>
      {fates === null && <p className="hint late">Comparing the two…</p>}
      {fates && (
        <div className="fates" dir={newer.direction}>
          <Summary
            label="Sure"
            number={sure.length}
            says="stand in the same words and the same place, and go over together"
          >
            {sure.map(({ annotationId, before }) => (
              <li key={annotationId}>
                <Words place={before} />
              </li>
            ))}
          </Summary>
          {moved.length > 0 && <MovedList moved={moved} accepted={accepted} onChange={setAccepted} />}
          <Summary
            label="Lost"
            number={lost.length}
            says="have nothing like them there, and stay with the earlier version"
            isOpen
          >
            {lost.map(({ annotationId, before }) => (
              <li key={annotationId}>
                <Words place={before} />
              </li>
            ))}
          </Summary>
          {fates.length === 0 && <p className="hint">The earlier version holds no passages.</p>}
        </div>
      )}
      <div className="row end">
        <button type="button" className="button" onClick={leave}>
          Not now
        </button>
        <button
          type="button"
          className="button primary"
          disabled={fates === null}
          onClick={() => void carry()}
        >
          {going === 0 ? 'Keep as a new version' : `Carry over ${count(going)}`}
        </button>
      </div>
    </Dialog>
  )
}

const count = (number: number) => `${number} ${number === 1 ? 'passage' : 'passages'}`

const aboutOf = ({ publishedOn, addedAt }: { publishedOn: string; addedAt: string }) =>
  publishedOn ? longDate(publishedOn) : `added ${longDate(addedAt.slice(0, 10))}`

interface SummaryProps {
  label: string
  number: number
  says: string
  isOpen?: boolean
  children: React.ReactNode
}

function Summary({ label, number, says, isOpen = false, children }: SummaryProps) {
  if (number === 0) return null
  return (
    <details open={isOpen} className={label.toLowerCase()}>
      <summary dir="ltr">
        <b>{label}</b> <span>{count(number)}</span> <small>{says}</small>
      </summary>
      <ul>{children}</ul>
    </details>
  )
}
