import { randomBytes } from 'node:crypto'

let lastTime = 0
let counter = 0

/**
 * A UUIDv7 (RFC 9562): sorts by time of making, also within one millisecond of this process, for which the 12 bits after
 * the time hold a counter (method 1 of its section 6.2).
 */
export function newId(now = Date.now()): string {
  if (now > lastTime) {
    lastTime = now
    counter = randomBytes(1)[0] ?? 0
  } else if (++counter > 0xfff) {
    lastTime++
    counter = 0
  }
  const time = lastTime.toString(16).padStart(12, '0')
  const tail = randomBytes(8)
  tail[0] = 0x80 | ((tail[0] ?? 0) & 0x3f)
  const rest = tail.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${rest.slice(0, 4)}-${rest.slice(4)}`
}
