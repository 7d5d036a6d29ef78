import type { BlockKind } from '../../../preload/contract/article.ts'
import { readXml } from './read-xml.ts'

/** What the paragraphs of a style are. */
export interface Style {
  kind?: BlockKind
  level?: number
}

interface Entry {
  name: string
  basedOn: string
  outline: number
}

/** Word names its own styles in English in every language; what they are called on the screen is translated. */
const NAMED: [RegExp, Style][] = [
  [/^title$/u, { kind: 'title' }],
  [/^(?:intense )?quote$|^block text$/u, { kind: 'quote' }],
  [/^caption$/u, { kind: 'caption' }],
  [/^(?:list (?:paragraph|bullet|number)|list)(?: \d)?$/u, { kind: 'listItem' }],
  [/^(?:header|footer|toc (?:heading|\d))$/u, { kind: 'furniture' }],
]
/** A style that stands on another that stands on it would never end. */
const DEEPEST = 20

/** What each style of a document says its paragraphs are, by the style's id, and the language the document is set in. */
export function stylesOf(xml: string): { styles: Map<string, Style>; language: string } {
  const entries = new Map<string, Entry>()
  let entry: Entry = { name: '', basedOn: '', outline: -1 }
  let language = ''
  readXml(xml, {
    open: (tag, attributes) => {
      const value = attributes.get('val') ?? ''
      if (tag === 'style') {
        entry = { name: '', basedOn: '', outline: -1 }
        if (attributes.get('type') === 'paragraph') entries.set(attributes.get('styleId') ?? '', entry)
      } else if (tag === 'name') entry.name = value.toLowerCase()
      else if (tag === 'basedOn') entry.basedOn = value
      else if (tag === 'outlineLvl') entry.outline = Number(value)
      else if (tag === 'lang') language ||= value
    },
    close: () => {},
    words: () => {},
  })
  const styles = new Map<string, Style>()
  for (const id of entries.keys()) styles.set(id, styleOf(entries, id))
  return { styles, language }
}

function styleOf(entries: Map<string, Entry>, id: string): Style {
  let entry = entries.get(id)
  for (let depth = 0; entry && depth < DEEPEST; depth++) {
    const { name, outline } = entry
    const heading = /^heading ([1-9])$/u.exec(name)
    if (heading) return { kind: 'heading', level: Number(heading[1]) }
    const known = NAMED.find(([pattern]) => pattern.test(name))?.[1]
    if (known) return known
    if (outline >= 0 && outline < 9) return { kind: 'heading', level: outline + 1 }
    entry = entries.get(entry.basedOn)
  }
  return {}
}
