/** What the lines between `---` (YAML) or `+++` (TOML) at the top of a Markdown file say, and the Markdown below them. */
export interface FrontMatter {
  /** By lower-case name; a list's items with commas between them. */
  fields: Map<string, string>
  body: string
}

const FIELD = { '---': /^([A-Za-z_-]{1,40}):\s*(.*)$/u, '+++': /^([A-Za-z_-]{1,40})\s*=\s*(.*)$/u }
const ITEM = /^\s{0,8}-\s+(.+)$/u

/** Splits off a Markdown file's front matter. Only plain lines of a name and a value, or of its items, are read. */
export function splitFrontMatter(text: string): FrontMatter {
  const fields = new Map<string, string>()
  const lines = text.split('\n')
  const fence = lines[0] === '+++' ? '+++' : '---'
  const close = lines.indexOf(fence, 1)
  // A rule at the top of a text is a rule: front matter has a field in its first line.
  if (lines[0] !== fence || close === -1 || !FIELD[fence].test(lines[1] ?? '')) return { fields, body: text }
  let last = ''
  for (const line of lines.slice(1, close)) {
    const [, name = '', value = ''] = FIELD[fence].exec(line) ?? []
    const item = ITEM.exec(line)?.[1]
    if (name) {
      last = name.toLowerCase()
      fields.set(last, plain(value))
    } else if (item && last) fields.set(last, [fields.get(last), plain(item)].filter(Boolean).join(', '))
  }
  return { fields, body: lines.slice(close + 1).join('\n') }
}

/** Without quotation marks, the brackets of a list on one line, and those of a link between notes (`[[Ann]]`). */
function plain(value: string): string {
  const items = /^\[([^[\]]*)\]$/u.exec(value.trim())?.[1]?.split(',') ?? [value]
  return items
    .map((item) =>
      item
        .trim()
        .replace(/^(["'])(.*)\1$/u, '$2')
        .replace(/^\[\[(.*)\]\]$/u, '$1')
        .trim(),
    )
    .filter(Boolean)
    .join(', ')
}
