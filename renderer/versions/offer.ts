import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'

/** More articles added at once are not each looked through; the action can be asked for later. */
const MOST_OFFERED = 20

/** Shows the first of the articles just added that seems to be a new version of another, and offers to compare the two. */
export async function offerVersions(added: string[]): Promise<void> {
  for (const articleId of added.slice(0, MOST_OFFERED)) {
    const [earlier] = (await call('version.find', { articleId })) ?? []
    if (!earlier) continue
    await showArticle(articleId)
    const passages = earlier.passages === 1 ? 'Its passage' : `Its ${earlier.passages} passages`
    return say({
      kind: 'done',
      key: 'version',
      text: `This looks like a new version of “${earlier.title}”, which is in the case.`,
      advice: earlier.passages > 0 ? `${passages} can be carried over.` : '',
      remedy: 'version.compare',
      stays: true,
    })
  }
}

/** Opens the comparison with the version that the article took the place of, or else with the article most like it. */
export async function compareWithEarlier(): Promise<void> {
  const { articleId, rows } = useStore.getState()
  if (!articleId) return
  const known = rows.article.get(articleId)?.replacesId
  const found = known ? known : (await call('version.find', { articleId }))?.[0]?.articleId
  if (found) useStore.setState({ open: { what: 'version', articleId, earlierId: found } })
  else if (found === undefined)
    say({ kind: 'done', text: 'No article that was added before has nearly the same words.' })
}
