import { ViewState } from '../../preload/contract/picture.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { allLooks } from '../ui/entity-types.ts'
import { boardCommands } from './board-commands.ts'
import { noFilter } from './filter.ts'
import { usePicture } from './picture.ts'

export async function keepView(name: string): Promise<boolean> {
  const view = boardCommands.view?.()
  if (!view) return false
  return (await call('view.keep', { name, ...view, filter: usePicture.getState().filter })) !== undefined
}

/** Places and hidden nodes are put back by a step of the case; filter, zoom and pan are the window's own. */
export async function openView(viewId: string): Promise<void> {
  const kept = useStore.getState().rows.boardView.get(viewId)
  if (!kept) return
  const read = ViewState.safeParse(JSON.parse(kept.state))
  if (!(await call('view.open', { viewId })) || !read.success) return
  const { zoom, pan, filter } = read.data
  const { rows } = useStore.getState()
  const types = new Set(allLooks(rows).map(({ type }) => type))
  usePicture.setState({
    isTable: false,
    around: null,
    filter: {
      ...noFilter,
      ...filter,
      types: filter.types.filter((type) => types.has(type)),
      tagIds: filter.tagIds.filter((id) => rows.tag.has(id)),
      articleIds: filter.articleIds.filter((id) => rows.article.has(id)),
    },
  })
  // The table gives way to the board in the next frame.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  boardCommands.setView?.({ zoom, pan })
}
