/** What a page's JSON-LD says of its article. */
export interface PageData {
  title: string
  byline: string
  publisher: string
  publishedOn: string
}

const ARTICLE = /(?:Article|BlogPosting|Report|WebPage)$/u
/** How many of the page's things are looked at for its article. */
const MOST_THINGS = 100

/** Reads the data scripts of a page (schema.org in JSON-LD). What is no JSON, or of another shape, says nothing. */
export function readPageData(scripts: string[]): PageData {
  const things = scripts.flatMap(thingsOf)
  const ranked = ['Article', 'BlogPosting', 'Report', 'WebPage']
  const article = ranked
    .map((end) => things.find((thing) => typesOf(thing).some((type) => type.endsWith(end))))
    .find(Boolean)
  if (!article) return { title: '', byline: '', publisher: '', publishedOn: '' }
  return {
    title: textOf(article.headline) || textOf(article.name),
    byline: namesOf(article.author).join(', '),
    publisher: namesOf(article.publisher)[0] ?? '',
    publishedOn: textOf(article.datePublished),
  }
}

type Thing = Record<string, unknown>

function thingsOf(script: string): Thing[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(script.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/gu, ''))
  } catch {
    return []
  }
  const things: Thing[] = []
  const waiting: unknown[] = [parsed]
  while (waiting.length > 0 && things.length < MOST_THINGS) {
    const next = waiting.shift()
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_THINGS))
    else if (isThing(next)) {
      things.push(next)
      waiting.push(next['@graph'], next.mainEntity)
    }
  }
  return things
}

function typesOf(thing: Thing): string[] {
  const types = Array.isArray(thing['@type']) ? thing['@type'] : [thing['@type']]
  return types.filter((type): type is string => typeof type === 'string' && ARTICLE.test(type))
}

function namesOf(who: unknown): string[] {
  const people = Array.isArray(who) ? who.slice(0, 10) : [who]
  return people.map((person) => textOf(isThing(person) ? person.name : person)).filter(Boolean)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 300).replace(/\s+/gu, ' ').trim().toWellFormed() : ''
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
