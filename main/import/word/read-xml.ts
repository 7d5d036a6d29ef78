import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** What is told while XML is read. Names come without their prefix: Word writes `w:p`, others may write `p`. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  words(text: string): void
}

/** No attribute that says anything is longer, in code units. */
const LONGEST_VALUE = 400
const NONE: ReadonlyMap<string, string> = new Map()

/**
 * Reads XML once through, in time that grows with its length alone. No declaration of a document type is followed, so there is
 * no entity but XML's own five and numbers, and nothing to expand or to fetch.
 */
export function readXml(xml: string, listener: XmlListener): void {
  let name = ''
  let attributes: Map<string, string> | null = null
  let attribute = ''
  let value = ''
  const local = (start: number, end: number) => {
    const full = xml.slice(start, Math.min(end, start + 80))
    return full.slice(full.indexOf(':') + 1)
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      name = local(start, end)
      attributes = null
    },
    onattribname: (start, end) => {
      attribute = local(start, end)
      value = ''
    },
    onattribdata: (start, end) => {
      if (value.length < LONGEST_VALUE) value += xml.slice(start, Math.min(end, start + LONGEST_VALUE))
    },
    onattribentity: (codePoint) => {
      if (value.length < LONGEST_VALUE) value += String.fromCodePoint(codePoint)
    },
    onattribend: () => {
      attributes ??= new Map()
      if (attributes.size < 40) attributes.set(attribute, value)
    },
    onopentagend: () => listener.open(name, attributes ?? NONE),
    onselfclosingtag: () => {
      listener.open(name, attributes ?? NONE)
      listener.close(name)
    },
    onclosetag: (start, end) => listener.close(local(start, end)),
    ontext: (start, end) => listener.words(xml.slice(start, end)),
    ontextentity: (codePoint) => listener.words(String.fromCodePoint(codePoint)),
    oncdata: (start, end) => listener.words(xml.slice(start, end)),
    oncomment: () => {},
    ondeclaration: () => {},
    onprocessinginstruction: () => {},
    onend: () => {},
  }
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, callbacks)
  tokenizer.write(xml)
  tokenizer.end()
}

/** The words of the elements named, each once: for the small parts that say what a document is. */
export function fieldsOf(xml: string, names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  let open = ''
  readXml(xml, {
    open: (name) => {
      open = names.includes(name) && !found.has(name) ? name : ''
    },
    close: () => {
      open = ''
    },
    words: (text) => {
      if (open && (found.get(open)?.length ?? 0) < LONGEST_VALUE)
        found.set(open, ((found.get(open) ?? '') + text.slice(0, LONGEST_VALUE)).trim())
    },
  })
  return found
}
