/** A name without what file systems refuse, or what would reorder the letters around it. Without an ending. */
export function fileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  return Array.from(clean).slice(0, 80).join('') || 'Untitled'
}
