import { expect, test } from 'vitest'
import { linkOf } from './link.ts'

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c', 'example.org'],
  ['https://example.org:8443/', 'https://example.org:8443/', 'example.org:8443'],
  ['HTTPS://EXAMPLE.org', 'https://example.org/', 'example.org'],
  ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
  ['https://example。org/', 'https://example.org/', 'example.org'],
  ['https://example.org\\@evil.org/', 'https://example.org/@evil.org/', 'example.org'],
  ['https://a\u202ebc.org/', null, null],
  ['https://[::1]/', 'https://[::1]/', '[::1]'],
  ['mailto:a.b@example.org', 'mailto:a.b@example.org', 'a.b@example.org'],
  ['mailto:a@example.org?subject=x&attach=/etc/passwd', 'mailto:a@example.org', 'a@example.org'],
])('%s may be opened once a person has seen where it leads', (address, url, leadsTo) => {
  const link = linkOf(address)
  expect([link?.url ?? null, link?.leadsTo ?? null]).toEqual([url, leadsTo])
})

test.each([
  'http://example.org/',
  'https://bank.example@evil.org/',
  'https://user:word@example.org/',
  'https://',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'app://ligature/index.html',
  'ftp://example.org/',
  'smb://example.org/share',
  'ms-msdt:/id',
  'vscode://file/etc/passwd',
  'mailto:',
  'mailto:a@b.org,c@d.org',
  'mailto:%22a%22@b.org',
  '\\\\example.org\\share',
  'example.org',
  '',
  `https://example.org/${'a'.repeat(2000)}`,
])('%s is never opened', (address) => {
  expect(linkOf(address)).toBeNull()
})
