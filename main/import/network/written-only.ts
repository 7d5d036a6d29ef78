import { type NetworkFormatId, networkFormats } from '../../../preload/contract/exchange.ts'
import { refused } from './network.ts'

/** By what the first letters of a file say: the formats of JSON that networks go out in and do not come back from. */
const signs: [NetworkFormatId, RegExp][] = [
  // Of CX, the older kind too, each part is an object of one aspect.
  ['cx2', /^\[\s*\{\s*"(?:CXVersion|numberVerification)"\s*:/u],
  ['stix', /^\{[^[{]*"id"\s*:\s*"bundle--/u],
  // One entity a line; words may stand before what model it is of, but no list and no object.
  ['followTheMoney', /^\{[^[{\n]*"schema"\s*:\s*"[A-Z]/u],
]

/** Refuses a file of a format that is only written, and says which one it is. */
export function refuseWrittenOnly(head: string, file: string): void {
  const [format] = signs.find(([, sign]) => sign.test(head)) ?? []
  const label = networkFormats.find(({ id }) => id === format)?.label
  if (label)
    throw refused(
      file,
      `it is ${label}, which Ligature writes and does not read`,
      'Take it as GraphML, GEXF, Cytoscape JSON or tables (CSV) from the program it comes from. Nothing was changed.',
    )
}
