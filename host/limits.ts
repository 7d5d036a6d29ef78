/** What can only be seen on Electron itself, whatever the stand-in does. Each is a named, skipped spec in e2e/host.spec.ts. */
export const limits = {
  scheme:
    'The page stands at https://name.app.invalid: app:// as an origin, scheme privileges and streamed bodies.',
  packaging: 'Fuses, asar, installers, code signing and the updater.',
  sandbox: "Electron's own renderer sandbox and its code for isolating the preload script.",
  permissions: 'Permission and download handlers being asked: the browser denies everything by itself.',
  closeVeto: 'A main process that objects to a person closing the window.',
  nativeMenus: 'The menu bar, context menus, tray and dock.',
  nativeDialogs: 'The native save dialog and message box, and choosing a folder.',
  firstPaint: 'show: false, the background colour before the first paint, minimum sizes and the window icon.',
  mailLinks: 'A mail link that is clicked: it opens no window that the host could see.',
  redirects: 'will-redirect and will-attach-webview.',
  secrets: 'safeStorage.',
  ports: 'Message ports between processes.',
  system: 'crashReporter, powerMonitor, spell checking.',
  speed: "Electron's start-up time and the throughput of its IPC.",
  clone: "Structured clone as Electron's own code does it.",
  esmReady: 'An ES module main that hangs by awaiting whenReady at its top level.',
  engine: 'The very version of Chromium that Electron carries.',
} as const
