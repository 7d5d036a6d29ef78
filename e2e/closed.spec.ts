import type * as Electron from 'electron'
import { callNames } from '../preload/channels.ts'
import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { refusedBy } from './support/refused.ts'

/*
 * The window attacked from within, as by a script that has got into the page. Electron's security checklist
 * (https://www.electronjs.org/docs/latest/tutorial/security) by its numbers:
 * 1, 7 and 18 "loads nothing"; 2 and 20 "has no Node"; 3 "cannot reach"; 4, 6 and 8 to 11 "is opened with"; 5 "permission";
 * 13, 14 "goes nowhere" and 15 "a link" in leave.spec.ts; 12 is named in host/limits.ts, 16 and 19 in .ci/packaging.test.ts, 17 in
 * main/shell/sender.test.ts, and paths that lead out of the page's folder in main/shell/inside.test.ts.
 */
test.describe.configure({ mode: 'parallel' })

test('the page and its frames have no Node and no Electron, and the bridge holds the contract’s functions alone', async ({
  app,
}) => {
  const { page } = await new Desk(app).opened()
  const found = await page.evaluate(() => {
    const names = [
      ...['require', 'module', 'exports', 'process', 'Buffer', 'global', '__dirname', '__filename'],
      ...['electron', 'ipcRenderer', 'webUtils', 'contextBridge', 'setImmediate'],
    ]
    const frame = document.createElement('iframe')
    const written = document.createElement('iframe')
    written.srcdoc = '<p>written</p>'
    document.body.append(frame, written)
    const worlds = [window, frame.contentWindow, written.contentWindow] as unknown as Record<
      string,
      unknown
    >[]
    const nodes = worlds.flatMap((world, at) =>
      names.filter((name) => world[name] !== undefined).map((n) => [at, n]),
    )
    const inFrames = worlds.slice(1).map((world) => typeof world.ligature)
    const bridge = window.ligature as unknown as Record<string, unknown>
    const held = [
      () => Object.assign(window, { ligature: {} }),
      () => Object.assign(bridge, { 'case.info': () => 'mine' }),
      () => Object.assign(bridge, { more: 1 }),
      () => Object.setPrototypeOf(bridge, { evil: 1 }),
      () => Object.defineProperty(window, 'ligature', { value: 1 }),
      () => {
        if (!Reflect.deleteProperty(window, 'ligature')) throw new Error('kept')
      },
    ].map((attempt) => {
      try {
        attempt()
        return false
      } catch {
        return true
      }
    })
    return {
      nodes,
      inFrames,
      held,
      names: Reflect.ownKeys(bridge).map(String).sort(),
      kinds: [...new Set(Object.values(bridge).map((value) => typeof value))],
      frozen: Object.isFrozen(bridge),
      webview: 'loadURL' in document.createElement('webview'),
    }
  })
  expect(found).toEqual({
    nodes: [],
    inFrames: ['undefined', 'undefined'],
    held: [true, true, true, true, true, true],
    names: [...callNames, 'on'].sort(),
    kinds: ['function'],
    frozen: true,
    webview: false,
  })
})

test('a page that has replaced what everything is made of cannot reach the preload script', async ({
  app,
}) => {
  const { page } = await new Desk(app).opened()
  const caught = await page.evaluate(async () => {
    let seen = 0
    /** Counts what could only come from the other side: something that can send to the main process. */
    const note = (...values: unknown[]) => {
      for (const value of values)
        if (typeof value === 'object' && value !== null)
          for (const name of ['invoke', 'sendSync', 'sender', 'getPathForFile'])
            if (Object.hasOwn(value, name)) seen++
    }
    const restore: (() => void)[] = []
    const replace = (owner: object, name: string) => {
      const own = Reflect.get(owner, name)
      Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
        note(this, ...args)
        return Reflect.apply(own, this, args)
      })
      restore.push(() => Reflect.set(owner, name, own))
    }
    for (const name of ['call', 'apply', 'bind']) replace(Function.prototype, name)
    for (const name of ['map', 'includes', 'push', 'indexOf']) replace(Array.prototype, name)
    for (const name of ['then', 'catch']) replace(Promise.prototype, name)
    for (const name of ['entries', 'fromEntries', 'keys', 'freeze']) replace(Object, name)
    replace(JSON, 'stringify')
    for (const name of ['channel', 'sender', 'paths', 'senderFrame', 'ports']) {
      const set = (value: unknown) => note(value)
      Reflect.defineProperty(Object.prototype, name, { configurable: true, get: () => undefined, set })
      restore.push(() => Reflect.deleteProperty(Object.prototype, name))
    }
    const info = await window.ligature['case.info']()
    const read = window.ligature['article.read'] as (input: unknown) => Promise<{ ok: boolean }>
    const wrong = await read({ articleId: '../x' })
    for (const back of restore) back()
    return { seen, info: info.ok, wrong: wrong.ok }
  })
  expect(caught).toEqual({ seen: 0, info: true, wrong: false })
  const strange = page.evaluate(() =>
    (window.ligature.on as (name: string, then: () => void) => unknown)('GUEST_VIEW_MANAGER_CALL', () => {}),
  )
  await expect(strange).rejects.toThrow('There is no push named')
})

test('the window is opened with every protection of Electron', async ({ app }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0] as unknown as {
      preferences?: Electron.WebPreferences
      webContents: { getLastWebPreferences(): Electron.WebPreferences }
    }
    return window.preferences ?? window.webContents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    spellcheck: false,
  })
  for (const [name, safe] of [
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webviewTag', false],
    ['plugins', false],
  ] as const)
    expect([name, preferences[name] ?? safe]).toEqual([name, safe])
  expect(preferences.enableBlinkFeatures ?? '').toBe('')
})

test('every permission is denied', async ({ app }) => {
  const { page } = await new Desk(app).opened()
  const granted = await page.evaluate(async () => {
    const names = [
      ...[
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'clipboard-write',
      ],
      ...['background-sync', 'persistent-storage', 'screen-wake-lock', 'display-capture', 'local-fonts'],
      ...['window-management', 'idle-detection', 'storage-access', 'payment-handler', 'nfc'],
    ]
    const allowed: string[] = []
    for (const name of names) {
      const status = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null)
      if (status?.state === 'granted') allowed.push(name)
    }
    // biome-ignore lint/suspicious/noExplicitAny: TypeScript knows few of these
    const the = navigator as any
    // biome-ignore lint/suspicious/noExplicitAny: TypeScript knows few of these
    const outer = window as any
    const asks: [string, () => unknown][] = [
      [
        'geolocation',
        () => new Promise((yes, no) => the.geolocation.getCurrentPosition(yes, no, { timeout: 2000 })),
      ],
      ['camera', () => the.mediaDevices.getUserMedia({ video: true })],
      ['microphone', () => the.mediaDevices.getUserMedia({ audio: true })],
      ['screen', () => the.mediaDevices.getDisplayMedia()],
      ['midi', () => the.requestMIDIAccess({ sysex: true })],
      ['usb', () => the.usb.requestDevice({ filters: [] })],
      ['serial', () => the.serial.requestPort()],
      ['hid', () => the.hid.requestDevice({ filters: [] })],
      ['bluetooth', () => the.bluetooth.requestDevice({ acceptAllDevices: true })],
      ['clipboard', () => the.clipboard.readText()],
      ['fonts', () => outer.queryLocalFonts().then((fonts: unknown[]) => fonts.length || Promise.reject())],
      ['screens', () => outer.getScreenDetails()],
      [
        'idle',
        () =>
          outer.IdleDetector.requestPermission().then(
            (state: string) => state === 'granted' || Promise.reject(),
          ),
      ],
      [
        'notification',
        () => Notification.requestPermission().then((state) => state === 'granted' || Promise.reject()),
      ],
      ['worker', () => the.serviceWorker.register('/sw.js')],
    ]
    for (const [name, ask] of asks)
      await Promise.race([
        Promise.resolve()
          .then(ask)
          .then(
            () => allowed.push(name),
            () => {},
          ),
        new Promise((wait) => setTimeout(wait, 2500)),
      ])
    return allowed
  })
  expect(granted).toEqual([])
})

test('loads nothing from elsewhere and runs no script but its own: two dozen ways are tried, and each is refused', async ({
  app,
}) => {
  const { page } = await new Desk(app).opened()
  const outcome = await page.evaluate(async () => {
    const elsewhere = 'https://elsewhere.invalid'
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const put = (name: string, attributes: Record<string, string>, words = '') => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      element.textContent = words
      document.body.append(element)
      return element
    }
    const blob = URL.createObjectURL(new Blob(['globalThis.pwned = 1'], { type: 'text/javascript' }))
    const attempts: Record<string, () => unknown> = {
      'inline script': () => put('script', {}, 'globalThis.pwned = 1'),
      'inline handler': () => put('img', { src: 'data:,', onerror: 'globalThis.pwned = 1' }),
      'javascript: address': () => put('a', { href: 'javascript:globalThis.pwned = 1' }).click(),
      // biome-ignore lint/security/noGlobalEval: the attack itself
      eval: () => globalThis.eval('globalThis.pwned = 1'),
      'new Function': () => new Function('globalThis.pwned = 1')(),
      'timer of words': () => setTimeout('globalThis.pwned = 1' as unknown as () => void),
      'script from elsewhere': () => put('script', { src: `${elsewhere}/a.js` }),
      'script from data:': () => put('script', { src: 'data:text/javascript,globalThis.pwned = 1' }),
      'script from blob:': () => put('script', { src: blob }),
      'module from data:': () => import(`data:text/javascript,${'globalThis.pwned = 1'}`),
      'style from elsewhere': () => put('link', { rel: 'stylesheet', href: `${elsewhere}/a.css` }),
      'style in the page': () => put('style', {}, `body { background: url(${elsewhere}/b.png) }`),
      'style attribute': () => put('p', { style: `background: url(${elsewhere}/c.png)` }),
      font: () => new FontFace('evil', `url(${elsewhere}/a.woff2)`).load(),
      image: () => put('img', { src: `${elsewhere}/a.png` }),
      fetch: () => fetch(`${elsewhere}/a`),
      'fetch of a file': () => fetch('file:///etc/passwd'),
      XMLHttpRequest: () => {
        const request = new XMLHttpRequest()
        request.open('GET', `${elsewhere}/b`)
        request.send()
      },
      WebSocket: () => new WebSocket('wss://elsewhere.invalid'),
      EventSource: () => new EventSource(`${elsewhere}/c`),
      beacon: () => navigator.sendBeacon(`${elsewhere}/d`, 'words'),
      frame: () => put('iframe', { src: `${elsewhere}/a.html` }),
      'frame of data:': () => put('iframe', { src: 'data:text/html,<script>parent.pwned = 1</script>' }),
      object: () => put('object', { data: `${elsewhere}/a.swf` }),
      embed: () => put('embed', { src: `${elsewhere}/b.swf` }),
      video: () => put('video', { src: `${elsewhere}/a.mp4` }),
      worker: () => new Worker(blob),
      'shared worker': () => new SharedWorker(blob),
      'base address': () => put('base', { href: `${elsewhere}/` }),
      form: () => (put('form', { action: `${elsewhere}/f`, method: 'post' }) as HTMLFormElement).submit(),
      prefetch: () => put('link', { rel: 'prefetch', href: `${elsewhere}/p` }),
      preload: () => put('link', { rel: 'preload', as: 'script', href: `${elsewhere}/q.js` }),
    }
    // Its violation is told to the frame itself.
    put('iframe', { srcdoc: '<script>parent.pwned = 1</script>' })
    const silent: string[] = []
    for (const [name, attempt] of Object.entries(attempts)) {
      const before = violations.length
      try {
        await Promise.race([attempt(), new Promise((wait) => setTimeout(wait, 200))])
      } catch {
        // refused at once
      }
      for (let wait = 0; wait < 10 && violations.length === before; wait++)
        await new Promise((next) => setTimeout(next, 20))
      if (violations.length === before) silent.push(name)
    }
    return {
      tried: Object.keys(attempts).length,
      silent,
      directives: [...new Set(violations)].sort(),
      pwned: 'pwned' in window,
    }
  })
  expect(outcome.pwned).toBe(false)
  expect(outcome.tried - outcome.silent.length).toBeGreaterThanOrEqual(24)
  expect(outcome.silent).toEqual([])
  expect(await refusedBy(app)).toEqual([])
  for (const kind of [
    'script-src-elem',
    'style-src-elem',
    'img-src',
    'connect-src',
    'frame-src',
    'worker-src',
    'form-action',
  ])
    expect(outcome.directives).toContain(kind)
})
