/** `share` of a colour over another, both as #rrggbb: Cytoscape knows no color-mix. */
export function mix(over: string, under: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const full = (hex: string) =>
    hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex
  const [a, b] = [parts(full(over)), parts(full(under))]
  return `rgb(${a.map((value, at) => Math.round(value * share + (b[at] ?? 0) * (1 - share))).join(',')})`
}
