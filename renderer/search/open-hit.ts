import type { SearchHit } from '../../preload/contract/search.ts'
import { select, useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'

/** Opens the place of what was found, with the pane it stands in. */
export async function openHit({ kind, id, start, end }: SearchHit): Promise<void> {
  if (kind === 'entity') showEntity(id)
  else if (kind === 'tag') useStore.setState({ search: '', tab: 'tags' })
  else if (kind === 'note') await openNote(id)
  else {
    withArticle()
    await showArticle(id)
    if (kind === 'text') {
      const passage = { articleId: id, start, end }
      useStore.setState({ selected: { kind: 'words', ...passage }, passage, open: null })
    }
  }
}

/** A note is shown with what it is on; one on the article or the case in the list of notes. */
async function openNote(id: string): Promise<void> {
  const { note: notes, annotation: annotations } = useStore.getState().rows
  const note = notes.get(id)
  const annotation = annotations.get(note?.annotationId ?? '')
  if (annotation) {
    withArticle()
    await showArticle(annotation.articleId)
    select({ kind: 'annotation', id: annotation.id })
  } else if (note?.entityId) showEntity(note.entityId)
  else if (note?.relationId) {
    withNetwork()
    select({ kind: 'relation', id: note.relationId })
  } else useStore.setState({ search: '', tab: 'notes' })
}

function showEntity(id: string): void {
  withNetwork()
  select({ kind: 'entity', id })
}

const withArticle = () =>
  useStore.setState(({ layout }) => ({ layout: layout === 'network' ? 'both' : layout }))
const withNetwork = () =>
  useStore.setState(({ layout }) => ({ layout: layout === 'article' ? 'both' : layout }))
