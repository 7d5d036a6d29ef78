import {
  type Credibility,
  credibilities,
  credibilityWords,
  type Grade,
  gradeOf,
  gradeText,
  type Reliability,
  reliabilities,
  reliabilityWords,
} from '../../preload/contract/grade.ts'

interface Props {
  grade: Grade
  /** The grade that holds where this one says nothing. */
  fallback?: Grade | undefined
  onGrade: (grade: Grade) => unknown
}

/** The Admiralty code as two rows to press. Pressing what is chosen takes it away again. */
export function GradeField({ grade, fallback, onGrade }: Props) {
  const shown = gradeOf(grade, fallback)
  const { reliability, credibility } = grade
  return (
    <div className="grade-field">
      <Row<Reliability>
        label="How reliable the source is"
        values={reliabilities}
        words={reliabilityWords}
        chosen={reliability}
        shown={shown.reliability}
        onChoose={(value) => onGrade({ reliability: value, credibility })}
      />
      <Row<Credibility>
        label="How credible what it says is"
        values={credibilities}
        words={credibilityWords}
        chosen={credibility}
        shown={shown.credibility}
        onChoose={(value) => onGrade({ reliability, credibility: value })}
      />
    </div>
  )
}

interface RowProps<Value extends string> {
  label: string
  values: readonly Value[]
  words: Record<Value, string>
  chosen: Value
  shown: Value
  onChoose: (value: Value) => void
}

function Row<Value extends string>({ label, values, words, chosen, shown, onChoose }: RowProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks and manners
    <div role="group" aria-label={label}>
      {values.filter(Boolean).map((value) => (
        <button
          key={value}
          type="button"
          className={value === shown && !chosen ? 'grade inherited' : 'grade'}
          aria-pressed={value === chosen}
          aria-label={`${value}: ${words[value]}`}
          title={words[value]}
          onClick={() => onChoose(value === chosen ? ('' as Value) : value)}
        >
          {value}
        </button>
      ))}
      <small>
        {words[shown]}
        {shown && !chosen ? ', as its article' : ''}
      </small>
    </div>
  )
}

/** "B2" as a small sign, or nothing where nothing is graded. */
export function GradeSign({ grade }: { grade: Grade | null }) {
  const text = grade ? gradeText(grade) : ''
  if (!grade || !text) return null
  const words = [
    grade.reliability && `source ${reliabilityWords[grade.reliability]}`,
    grade.credibility && `information ${credibilityWords[grade.credibility]}`,
  ]
  return (
    <abbr className="grade-sign" title={words.filter(Boolean).join(', ')}>
      {text}
    </abbr>
  )
}
