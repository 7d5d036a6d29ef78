import { useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { listenToKeys } from '../actions/keyboard.ts'
import { ArticlePane } from '../article/ArticlePane.tsx'
import { ExportDialog } from '../exchange/ExportDialog.tsx'
import { ImportDialog } from '../exchange/ImportDialog.tsx'
import { LooksDialog } from '../looks/LooksDialog.tsx'
import { EveryMention } from '../mentions/EveryMention.tsx'
import { MergeDialog } from '../network/MergeDialog.tsx'
import { NetworkPane } from '../network/NetworkPane.tsx'
import { SplitDialog } from '../network/SplitDialog.tsx'
import { MatrixDialog } from '../passages/MatrixDialog.tsx'
import { SidePanel } from '../side/SidePanel.tsx'
import { useStore } from '../state/store.ts'
import { listen } from '../state/sync.ts'
import { CodebookDialog } from '../tags/CodebookDialog.tsx'
import { VersionDialog } from '../versions/VersionDialog.tsx'
import { ArticleDetails } from './ArticleDetails.tsx'
import { AskDialog } from './AskDialog.tsx'
import { BackupsDialog } from './BackupsDialog.tsx'
import { DropTarget } from './DropTarget.tsx'
import { keepFocus } from './keep-focus.ts'
import { Messages } from './Messages.tsx'
import { Palette } from './Palette.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useNarrow } from './use-narrow.ts'
import { useTheme } from './use-theme.ts'

/** The window: bar, side panel, article beside network, status line, and what stands open above them. */
export function App() {
  const side = useStore((state) => state.side)
  const chosen = useStore((state) => state.layout)
  const open = useStore((state) => state.open)
  const isNarrow = useNarrow()
  const isOfNetwork = useStore(({ selected }) => selected?.kind === 'entity' || selected?.kind === 'relation')
  const layout = isNarrow && side && chosen === 'both' ? (isOfNetwork ? 'network' : 'article') : chosen
  useTheme()
  useEffect(() => {
    const stops = [listen(), listenToKeys(), keepFocus()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <>
      <TopBar />
      <main>
        <Group orientation="horizontal" className="panes">
          {side && (
            <>
              <Panel
                id="side"
                defaultSize={256}
                minSize={180}
                maxSize={420}
                groupResizeBehavior="preserve-pixel-size"
              >
                <SidePanel />
              </Panel>
              <Separator className="separator" aria-label="Width of the side panel" />
            </>
          )}
          {layout !== 'network' && (
            <Panel id="article" defaultSize="47%" minSize={300}>
              <ArticlePane />
            </Panel>
          )}
          {layout === 'both' && <Separator className="separator" aria-label="Width of article and network" />}
          {layout !== 'article' && (
            <Panel id="network" minSize={220}>
              <NetworkPane />
            </Panel>
          )}
        </Group>
      </main>
      <StatusBar />
      {open?.what === 'palette' && <Palette />}
      {open?.what === 'shortcuts' && <Shortcuts />}
      {open?.what === 'backups' && <BackupsDialog />}
      {open?.what === 'matrix' && <MatrixDialog />}
      {open?.what === 'every' && <EveryMention target={open.target} names={open.names} />}
      {open?.what === 'codebook' && <CodebookDialog preview={open.preview} />}
      {open?.what === 'exportNetwork' && <ExportDialog />}
      {open?.what === 'importNetwork' && <ImportDialog preview={open.preview} />}
      {open?.what === 'details' && <ArticleDetails />}
      {open?.what === 'version' && <VersionDialog {...open} />}
      {open?.what === 'looks' && <LooksDialog />}
      {open?.what === 'merge' && <MergeDialog entityId={open.entityId} />}
      {open?.what === 'split' && <SplitDialog entityId={open.entityId} />}
      <AskDialog />
      <DropTarget />
      <Messages />
    </>
  )
}
