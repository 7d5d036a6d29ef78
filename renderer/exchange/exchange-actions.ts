import type { NetworkFormatId } from '../../preload/contract/exchange.ts'
import { boardCommands } from '../network/board-commands.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { countedAs } from './counted-as.ts'
import { frameOf } from './picture.ts'
import { pictureAsPng } from './picture-png.ts'
import { pictureAsSvg } from './picture-svg.ts'

export async function importNetwork(): Promise<void> {
  const preview = await call('network.read')
  if (preview) useStore.setState({ open: { what: 'importNetwork', preview } })
}

export async function exportNetwork(format: NetworkFormatId, evidence: boolean): Promise<void> {
  const done = await call('export.network', { format, evidence })
  if (!done) return
  const [entities, relations] = [countedAs(done.entities, 'entity'), countedAs(done.relations, 'relation')]
  const isOne = done.entities === 1
  const where = done.relationsFileName
    ? `${entities} ${isOne ? 'is' : 'are'} in “${done.fileName}”, and ${relations} in “${done.relationsFileName}”.`
    : `${entities} and ${relations} are in “${done.fileName}”.`
  const hidden =
    done.hidden === 0
      ? ''
      : ` ${done.hidden} of the entities ${done.hidden === 1 ? 'is' : 'are'} hidden on the board.`
  say({ kind: 'done', text: where + hidden })
}

export async function exportPicture(format: 'png' | 'svg', isTransparent: boolean): Promise<void> {
  const state = useStore.getState()
  const cy = boardCommands.drawn
  if (!cy) return
  const frame = frameOf(cy, state)
  const content =
    format === 'png'
      ? await pictureAsPng(cy, frame, isTransparent)
      : pictureAsSvg(cy, state.rows, frame, isTransparent)
  const name = await call('export.picture', { format, content })
  if (name) say({ kind: 'done', text: `What is seen of the network is in “${name}”.` })
}
