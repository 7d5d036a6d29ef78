import type { KindLook } from '../network/kinds.ts'

/** A short line as the board draws relations of a kind. */
export function LineSign({ look: { color, line, directed } }: { look: KindLook }) {
  const stroke = color ? `var(--own-${color})` : 'var(--ink-3)'
  return (
    <svg className="line-sign" viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
      {line === 'double' ? (
        <path
          d={`M1 4.2H${directed ? 22 : 29}M1 7.8H${directed ? 22 : 29}`}
          stroke={stroke}
          strokeWidth="1.2"
        />
      ) : (
        <path d={`M1 6H${directed ? 23 : 29}`} stroke={stroke} strokeWidth={line === 'thick' ? 3.4 : 1.5} />
      )}
      {directed === 1 && <path d="M22 1.6 29 6 22 10.4Z" fill={stroke} />}
    </svg>
  )
}
