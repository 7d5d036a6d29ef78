/** What the lines between `---` at the top of a Markdown file say, by lower-case name, and the Markdown below them. */
export interface FrontMatter {
  fields: Map<string, string>
  body: string
}

const FIELD = /^([A-Za-z_-]{1,40}):\s*(.*)$/u

/** Splits off a Markdown file's front matter. Only plain `name: value` lines are read; lists and the rest of YAML are not. */
export function splitFrontMatter(text: string): FrontMatter {
  const fields = new Map<string, string>()
  const lines = text.split('\n')
  const close = lines.indexOf('---', 1)
  // A rule at the top of a text is a rule: front matter has a field in its first line.
  if (lines[0] !== '---' || close === -1 || !FIELD.test(lines[1] ?? '')) return { fields, body: text }
  for (const line of lines.slice(1, close)) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? []
    if (name) fields.set(name.toLowerCase(), value.replace(/^(["'])(.*)\1$/u, '$2').trim())
  }
  return { fields, body: lines.slice(close + 1).join('\n') }
}
