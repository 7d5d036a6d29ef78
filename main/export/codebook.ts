import type { TagRow } from '../../preload/contract/annotate.ts'
import type { TagSetRow } from '../../preload/contract/codebook.ts'
import { type Placed, treeOf } from '../../preload/contract/tag-tree.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { allTagSets } from '../case-file/tag-sets.ts'
import { allTags } from '../case-file/tags.ts'

export interface CodebookRows {
  tags: Placed<TagRow>[]
  sets: { set: TagSetRow; tagIds: string[] }[]
}

/** The case's tags and sets in an order that depends on nothing but what they are called and where they stand. */
export function codebookRows(db: ReadCase): CodebookRows {
  const byName = (a: { id: string; name: string }, b: { id: string; name: string }) =>
    order(a.name, b.name) || order(a.id, b.id)
  const tags = treeOf(allTags(db), byName)
  const { sets, members } = allTagSets(db)
  const inSet = Map.groupBy(members, (member) => member.tagSetId)
  return {
    tags,
    sets: sets.sort(byName).map((set) => {
      const ids = new Set(inSet.get(set.id)?.map((member) => member.tagId))
      return { set, tagIds: tags.flatMap(({ tag }) => (ids.has(tag.id) ? tag.id : [])) }
    }),
  }
}

/** By code units: the same on every computer, which the order of a language is not. */
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
