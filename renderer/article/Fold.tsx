interface FoldProps {
  count: number
  isFolded: boolean
  onFold: (isFolded: boolean) => void
}

/** The line that folds page furniture. */
export function Fold({ count, isFolded, onFold }: FoldProps) {
  return (
    <div contentEditable={false} className="fold">
      <button
        type="button"
        className="link quiet"
        aria-expanded={!isFolded}
        onClick={() => onFold(!isFolded)}
      >
        {isFolded ? '▸' : '▾'} {count} {count === 1 ? 'piece' : 'pieces'} of page furniture set apart
      </button>
    </div>
  )
}
