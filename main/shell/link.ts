/** A link that a person may follow out of the program, and what it leads to, as they should read it. */
export interface Link {
  url: string
  /** The whole host, or the mail address. A host in other letters than a to z is in its ASCII form: none can look like another. */
  leadsTo: string
  kind: 'web' | 'mail'
}

/**
 * What of an address may be opened outside: https pages and mail addresses, and nothing else. Null for one that hides where it
 * leads behind a name and password. Of a mail link only the address is kept: some mail programs attach files that a link names.
 */
export function linkOf(address: string): Link | null {
  if (address.length > 2000 || !URL.canParse(address)) return null
  const { protocol, username, password, host, href, pathname } = new URL(address)
  if (protocol === 'https:')
    return username || password || !host ? null : { url: href, leadsTo: host, kind: 'web' }
  if (protocol !== 'mailto:') return null
  return /^[\w.+-]+@[\w.-]+$/u.test(pathname)
    ? { url: `mailto:${pathname}`, leadsTo: pathname, kind: 'mail' }
    : null
}
