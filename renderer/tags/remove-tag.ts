import type { TagRow } from '../../preload/contract/annotate.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'

export async function removeTag(tag: TagRow): Promise<void> {
  if (await call('tag.remove', { tagId: tag.id }))
    say({ kind: 'done', text: `Tag “${tag.name}” deleted.`, undo: true })
}
