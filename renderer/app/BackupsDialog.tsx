import { useEffect, useState } from 'react'
import type { Backup, CaseBackups } from '../../preload/contract/backups.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** The backups of the open case, and before them those of one that could not be opened. Restoring changes no file there is. */
export function BackupsDialog() {
  const [cases, setCases] = useState<CaseBackups[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const leave = () => useStore.setState({ open: null })
  const list = async () => setCases((await call('backup.list')) ?? [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => void list(), [])
  const during = async (work: () => Promise<unknown>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const make = async () => {
    if ((await call('backup.make')) === false)
      say({ kind: 'done', text: 'Work went on meanwhile: the backup will be made in a moment.' })
    await list()
  }
  return (
    <Dialog label="Backups" className="backups" onLeave={leave}>
      <h2>Backups</h2>
      <p className="hint">
        Made by Ligature after opening and every hour in which something changed. Restoring one makes a new
        case file; the case stays as it is.
      </p>
      <div className="days">
        {cases?.map((each) => (
          <section key={each.caseId} aria-label={each.caseName}>
            {cases.length > 1 && (
              <h3 className="case-name">
                <bdi>{each.caseName}</bdi> {!each.isOpen && '(could not be opened)'}
              </h3>
            )}
            {each.backups.length === 0 && <p className="hint">There are no backups of this case yet.</p>}
            <BackupList
              one={each}
              isBusy={isBusy}
              restore={({ fileName }) =>
                during(() => call('backup.restore', { caseId: each.caseId, fileName }))
              }
            />
          </section>
        ))}
      </div>
      <div className="row end">
        <button type="button" className="button" disabled={isBusy} onClick={() => during(make)}>
          Back up now
        </button>
        <button type="button" className="button primary" onClick={leave}>
          Close
        </button>
      </div>
    </Dialog>
  )
}

interface ListProps {
  one: CaseBackups
  isBusy: boolean
  restore: (backup: Backup) => void
}

function BackupList({ one, isBusy, restore }: ListProps) {
  const days = Map.groupBy(one.backups, ({ at }) =>
    new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long' }),
  )
  return [...days].map(([day, backups]) => (
    <section key={day} aria-label={day}>
      <h3>{day}</h3>
      <ol>
        {backups.map((backup) => (
          <li key={backup.fileName}>
            <time dateTime={backup.at}>
              {new Date(backup.at).toLocaleTimeString('en-GB', { timeStyle: 'short' })}
            </time>
            <span className="holds">
              {backup.caseName !== one.caseName && <bdi>{backup.caseName}: </bdi>}
              {backup.holds ? holdings(backup.holds) : 'Cannot be read'}
            </span>
            <span className="size">{sizeOf(backup.size)}</span>
            <button
              type="button"
              className="button small"
              disabled={isBusy || !backup.holds}
              onClick={() => restore(backup)}
            >
              Restore
            </button>
          </li>
        ))}
      </ol>
    </section>
  ))
}

function holdings({ passages, entities, relations, notes }: NonNullable<Backup['holds']>): string {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
  return [
    count(passages, 'passage', 'passages'),
    count(entities, 'entity', 'entities'),
    count(relations, 'relation', 'relations'),
    count(notes, 'note', 'notes'),
  ].join(' · ')
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
