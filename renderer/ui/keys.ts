const isMac = /Mac/u.test(navigator.platform)

/** A key of actions.ts as this computer writes it: "Ctrl K", "⌘K", "T". */
export function keyLabel(key: string): string {
  const names: Record<string, string> = isMac
    ? { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦', Backspace: '⌫' }
    : { CmdOrCtrl: 'Ctrl', Delete: 'Del' }
  return key
    .split('+')
    .map((part) => names[part] ?? part)
    .join(isMac ? '' : ' ')
}

/** Is this the key that an accelerator of actions.ts names? */
export function isKey(event: KeyboardEvent, key: string): boolean {
  const parts = key.split('+')
  const name = parts.at(-1) ?? ''
  const command = isMac ? event.metaKey : event.ctrlKey
  if (command !== parts.includes('CmdOrCtrl') || event.altKey) return false
  if (name === '?') return event.key === '?'
  return event.shiftKey === parts.includes('Shift') && event.key.toLowerCase() === name.toLowerCase()
}
