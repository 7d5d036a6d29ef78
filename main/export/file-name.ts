/** Bytes in UTF-8. File systems take 255; what is left is for " notes", an ending and what a sync client adds. */
const mostBytes = 200
/** Names that Windows takes for devices, with any ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu

/** A name without what file systems refuse, or what would reorder the letters around it. Without an ending. */
export function fileName(name: string): string {
  const clean = name
    .toWellFormed()
    .slice(0, 1000)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
    .replace(devices, '_$1')
  let short = ''
  for (const letter of Array.from(clean).slice(0, 80)) {
    if (Buffer.byteLength(short + letter) > mostBytes) break
    short += letter
  }
  return short.replace(/[. ]+$/u, '') || 'Untitled'
}
