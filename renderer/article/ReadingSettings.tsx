import { type Reading, type Theme, usualReading } from '../../preload/contract/settings.ts'
import { runAction } from '../actions/run.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'

const themes: { theme: Theme; label: string }[] = [
  { theme: 'light', label: 'Light' },
  { theme: 'sepia', label: 'Sepia' },
  { theme: 'dark', label: 'Dark' },
  { theme: 'system', label: 'As the computer' },
]

const settings = [
  { name: 'size', label: 'Letters', min: 14, max: 28, step: 1, say: (value: number) => `${value} px` },
  { name: 'leading', label: 'Lines', min: 1.3, max: 2, step: 0.02, say: (value: number) => value.toFixed(2) },
  { name: 'measure', label: 'Width', min: 40, max: 90, step: 1, say: (value: number) => `${value} letters` },
] as const

/** How the text is set and in which colours; every change shows at once. */
export function ReadingSettings() {
  const reading = useStore((state) => state.reading)
  const theme = useStore((state) => state.theme)
  const set = (to: Reading) => useStore.setState({ reading: to })
  const keep = () => void call('settings.reading', useStore.getState().reading)
  return (
    <>
      <fieldset className="themes">
        <legend>Colours</legend>
        {themes.map((each) => (
          <label key={each.theme} data-swatch={each.theme}>
            <input
              type="radio"
              name="theme"
              checked={theme === each.theme}
              onChange={() => runAction(`theme.${each.theme}`)}
            />
            {each.label}
          </label>
        ))}
      </fieldset>
      {settings.map(({ name, label, min, max, step, say }) => (
        <label key={name} className="slider">
          <span>{label}</span>
          <input
            type="range"
            aria-valuetext={say(reading[name])}
            min={min}
            max={max}
            step={step}
            value={reading[name]}
            onChange={(event) => set({ ...reading, [name]: Number(event.target.value) })}
            onPointerUp={keep}
            onKeyUp={keep}
            onBlur={keep}
          />
          <output>{say(reading[name])}</output>
        </label>
      ))}
      <button
        type="button"
        className="link"
        onClick={() => {
          set(usualReading)
          keep()
        }}
      >
        As it was at first
      </button>
    </>
  )
}
