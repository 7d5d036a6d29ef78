import { basename, join, resolve } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { channel } from '../preload/channels.ts'
import type { Added } from '../preload/contract/article.ts'
import type { Greeting } from '../preload/contract/case.ts'
import type { Theme } from '../preload/contract/settings.ts'
import type { Trouble } from '../preload/contract/trouble.ts'
import type { Pushes } from '../preload/contract.ts'
import { type OpenCase, openCase } from './case-file/open-case.ts'
import { answerCalls } from './ipc.ts'
import { log, startLog } from './log.ts'
import { keepSeenCases } from './seen-cases.ts'
import { keepSettings } from './settings.ts'
import { declareProtocol, serveApp } from './shell/app-protocol.ts'
import { askWithDialogs } from './shell/ask.ts'
import { closeSession, guard } from './shell/guard.ts'
import { setMenu } from './shell/menu.ts'
import { forkReader } from './shell/reader-process.ts'
import { showLog } from './shell/show-log.ts'
import { isOurs, openWindow } from './shell/window.ts'
import { TroubleError } from './trouble.ts'
import { addDraft, addFiles } from './workbench/add-article.ts'
import { troubleOf } from './workbench/answer.ts'
import { offerable } from './workbench/backups.ts'
import { begin, isCase } from './workbench/begin.ts'
import { lacking, see } from './workbench/compare-copies.ts'
import type { Desk } from './workbench/desk.ts'
import { keepBackups } from './workbench/keep-backups.ts'
import { openCaseAt } from './workbench/open-case.ts'
import { followSearch, keepSearch } from './workbench/search-case.ts'
import { watchCase } from './workbench/watch-case.ts'

app.setName('Ligature')
declareProtocol()
app.enableSandbox()
guard()

// Two of us over one userData would fight for the settings; the second hands its article over and leaves.
if (!app.requestSingleInstanceLock()) app.quit()
// Not awaited: a top-level await of whenReady never ends in an ES module main.
else void app.whenReady().then(start).catch(fail)

async function start(): Promise<void> {
  const appRoot = app.getAppPath()
  const logFile = startLog(app.getPath('logs'))
  log(`Ligature ${app.getVersion()} starts on ${process.platform} ${process.arch}`)
  const folder = join(app.getPath('documents'), 'Ligature')
  const samplePath = join(appRoot, 'resources/samples/briefing.md')
  const settings = keepSettings(join(app.getPath('userData'), 'settings.json'), (now) => {
    nativeTheme.themeSource = themeSource(now.theme)
  })
  nativeTheme.themeSource = themeSource(settings.now.theme)

  const startReader = () => forkReader(appRoot)
  const first = await begin(namedOn(process.argv), settings.now.lastCase, folder, samplePath, startReader)
  let open = first.case
  settings.change({ lastCase: open.path })

  const seen = keepSeenCases(join(app.getPath('userData'), 'seen-cases.json'))
  const backups = join(app.getPath('userData'), 'backups')
  let refused: Desk['refused'] = null
  /** Keeps in mind which file could not be opened; answers what a person is told and offered. */
  const refuse = (path: string, trouble: Trouble): Trouble => {
    refused = { path, caseId: seen.at(path) }
    return offerable(trouble, backups, refused.caseId)
  }
  let greeting: Greeting = { articleId: null, notices: [], trouble: first.trouble }
  if (first.trouble && first.refused) greeting.trouble = refuse(first.refused, first.trouble)
  const tell = <Name extends keyof Pushes>(name: Name, value: Pushes[Name]) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel(name), value)
  }
  // What no call was waiting for. SQLite takes back whatever was half done, so the work can go on.
  process.on('uncaughtException', (error) => tell('trouble', troubleOf(error)))
  process.on('unhandledRejection', (error) => tell('trouble', troubleOf(error)))

  const desk: Desk = {
    get case() {
      return open
    },
    ask: askWithDialogs(folder),
    settings,
    startReader,
    samplePath,
    backups,
    get refused() {
      return refused
    },
    tell: (name, value) => {
      if (name === 'patch') {
        see(open, seen)
        followSearch(open, value as Pushes['patch'])
      }
      tell(name, value)
    },
    open: (path, how) => {
      let next: OpenCase
      try {
        next = openCase(path, how)
      } catch (error) {
        if (error instanceof TroubleError) error.trouble = refuse(path, error.trouble)
        throw error
      }
      refused = null
      for (const stop of watches) stop()
      open.close()
      open = next
      settings.change({ lastCase: path })
      greeting = {
        articleId: null,
        notices: [],
        trouble: how.greeting ? null : lacking(open, seen),
        ...how.greeting,
      }
      greeting.notices = [...open.notices, ...greeting.notices]
      see(open, seen)
      watches = watch()
      tell('opened', null)
    },
    showLog: () => showLog(logFile),
    greeting: () => {
      const told = greeting
      greeting = { articleId: null, notices: [], trouble: null }
      return told
    },
  }

  const watch = () => [watchCase(desk), keepBackups(desk), keepSearch(desk)]
  /** Says in `greeting`'s words how the adding of an article that was named from outside went. */
  const greet = async (add: () => Added | Promise<Added>): Promise<Greeting> => {
    try {
      const { added, known, refused, notices } = await add()
      return { articleId: added[0] ?? known[0] ?? null, notices: [...refused, ...notices], trouble: null }
    } catch (error) {
      return { articleId: null, notices: [], trouble: troubleOf(error) }
    }
  }
  const { article } = first
  if (article) greeting = await greet(() => addDraft(desk, article))
  greeting.notices.unshift(...open.notices)
  greeting.trouble ??= lacking(open, seen)
  see(open, seen)
  let watches = watch()

  closeSession()
  serveApp(join(appRoot, 'out/renderer'))
  answerCalls(desk, isOurs)
  setMenu((id) => tell('action', { id }))
  openWindow(settings, appRoot)

  app.on('second-instance', async (_event, argv) => {
    const window = BrowserWindow.getAllWindows()[0] ?? openWindow(settings, appRoot)
    if (window.isMinimized()) window.restore()
    window.focus()
    const named = namedOn(argv)
    if (!named) return
    if (isCase(named)) {
      try {
        openCaseAt(desk, resolve(named))
      } catch (error) {
        tell('trouble', troubleOf(error))
      }
      return
    }
    greeting = await greet(() => addFiles(desk, [named]))
    if (greeting.articleId)
      greeting.notices.push(`“${basename(named)}” is in the open case, “${open.info().name}”.`)
    tell('opened', null)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(settings, appRoot)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', () => {
    for (const stop of watches) stop()
    seen.flush()
    open.close()
  })
}

/** Sepia is ours alone: to the computer it is a light window. */
function themeSource(theme: Theme): 'system' | 'light' | 'dark' {
  return theme === 'sepia' ? 'light' : theme
}

/** The article or case named on a command line: the first word after the program that is no switch. */
function namedOn(argv: string[]): string | null {
  const words = argv.slice(app.isPackaged ? 1 : 2)
  return words.find((word) => !word.startsWith('--')) ?? null
}

function fail(error: unknown): void {
  const { message, advice } = troubleOf(error)
  dialog.showErrorBox('Ligature could not start', `${message} ${advice}`.trim())
  app.exit(1)
}
