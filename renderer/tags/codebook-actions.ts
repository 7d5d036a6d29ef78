import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { passageOf } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'

export async function importCodebook(): Promise<void> {
  const preview = await call('codebook.read')
  if (preview) useStore.setState({ open: { what: 'codebook', preview } })
}

export async function exportCodebook(format: 'csv' | 'qdc'): Promise<void> {
  const done = await call('codebook.export', { format })
  if (!done) return
  const tags = `${done.tags} ${done.tags === 1 ? 'tag is' : 'tags are'}`
  say({ kind: 'done', text: `${tags} in “${done.fileName}”.` })
}

/** Tags the selected passage with its own words: the tag of that name, or a new one. */
export async function tagInVivo(): Promise<void> {
  const { selected, content, rows } = useStore.getState()
  const passage = passageOf(selected)
  if (!passage) return
  const words =
    'annotationId' in passage
      ? rows.annotation.get(passage.annotationId)?.quote
      : content?.text.slice(passage.start, passage.end)
  const done = await call('annotate.tag', { passage, tag: { name: words ?? '' } })
  if (!done) return
  useStore.setState({ repeat: { tagId: done.tagId } })
  select({ kind: 'annotation', id: done.annotationId })
}
