import { create } from 'zustand'

export type Order = 'use' | 'name' | 'made'

/** How the Tags tab is looked at; kept while another tab is in front, never in the case. */
export interface TagsView {
  order: Order
  /** The set whose tags are shown, or null for all. */
  setId: string | null
  words: string
  collapsed: ReadonlySet<string>
  /** The tag whose editor is open. */
  chosen: string | null
}

export const useTagsView = create<TagsView>(() => ({
  order: 'use',
  setId: null,
  words: '',
  collapsed: new Set(),
  chosen: null,
}))

export function setCollapsed(id: string, isCollapsed: boolean): void {
  const collapsed = new Set(useTagsView.getState().collapsed)
  if (isCollapsed) collapsed.add(id)
  else collapsed.delete(id)
  useTagsView.setState({ collapsed })
}
