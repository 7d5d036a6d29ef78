import { createHash } from 'node:crypto'

/** SHA-256 of the parts in order, as UTF-8, in hex. */
export function sha256(...parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
