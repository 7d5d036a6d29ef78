/**
 * The names of the contract's calls and pushes, apart from their schemas: the preload is one small file that cannot load
 * zod, so this is all it takes from the contract. contract.ts does not compile when the two differ.
 */
export const callNames = [
  'case.greeting',
  'case.info',
  'case.rows',
  'case.new',
  'case.open',
  'case.copy',
  'case.share',
  'case.rescue',
  'case.search',
  'case.matrix',
  'backup.list',
  'backup.make',
  'backup.restore',
  'article.read',
  'article.rows',
  'article.open',
  'article.drop',
  'article.paste',
  'article.sample',
  'article.describe',
  'article.remove',
  'annotate.tag',
  'annotate.untag',
  'annotate.remove',
  'annotate.many',
  'mention.find',
  'tag.edit',
  'tag.remove',
  'mention.mark',
  'mention.unmark',
  'entity.edit',
  'entity.move',
  'entity.remove',
  'relation.make',
  'relation.edit',
  'relation.reverse',
  'relation.remove',
  'evidence.attach',
  'evidence.detach',
  'note.write',
  'note.edit',
  'note.remove',
  'history.undo',
  'history.redo',
  'history.go',
  'history.list',
  'query.keep',
  'query.rename',
  'query.remove',
  'export.notes',
  'export.table',
  'settings.read',
  'settings.theme',
  'help.log',
] as const
export type CallName = (typeof callNames)[number]

export const pushNames = ['patch', 'opened', 'action', 'trouble'] as const
export type PushName = (typeof pushNames)[number]

/** The prefix of every channel, so that a stray name of another program's library can never match. */
export const channel = (name: CallName | PushName): string => `ligature:${name}`
