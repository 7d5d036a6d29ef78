import type { Place } from '../../preload/contract/versions.ts'

/** A passage's words with a little of what stands around them. */
export function Words({ place }: { place: Place }) {
  return (
    <q dir="auto">
      <span className="dim">{place.prefix}</span>
      <mark>{place.quote}</mark>
      <span className="dim">{place.suffix}</span>
    </q>
  )
}
