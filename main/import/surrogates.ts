/**
 * Some programs write each half of a surrogate pair as three bytes (ED A0..BF xx: "CESU-8", "WTF-8"), which UTF-8 forbids. Two
 * halves that belong together become the four bytes of their character, and a lone half becomes U+FFFD. Returns a copy.
 */
export function mendSurrogates(bytes: Uint8Array): Uint8Array {
  const mended = Uint8Array.from(bytes)
  const encoder = new TextEncoder()
  let to = 0
  for (let from = 0; from < bytes.length; ) {
    const first = surrogateAt(bytes, from)
    if (first === null) {
      mended[to++] = bytes[from++] ?? 0
      continue
    }
    const second = first < 0xdc00 ? surrogateAt(bytes, from + 3) : null
    const isPair = second !== null && second >= 0xdc00
    const character = isPair ? String.fromCharCode(first, second) : '\ufffd'
    // Four bytes where six stood, or three for three: what is written never overtakes what is read.
    to += encoder.encodeInto(character, mended.subarray(to)).written
    from += isPair ? 6 : 3
  }
  return mended.subarray(0, to)
}

/** The half of a pair that three bytes stand for, D800 to DFFF, or null where they stand for none. */
function surrogateAt(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0xed) return null
  const second = bytes[at + 1] ?? 0
  const third = bytes[at + 2] ?? 0
  if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) return null
  return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)
}
