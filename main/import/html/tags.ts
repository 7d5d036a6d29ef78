const set = (names: string) => new Set(names.split(' '))

/** Elements that stand on lines of their own: words before and after them are not of one paragraph. */
export const BLOCKS = set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul`.replace(
    /\s+/gu,
    ' ',
  ),
)

/** Elements without content. */
export const VOID = set(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr',
)

/** Elements none of whose content is the article's words. */
export const DROPPED = set(
  'script style noscript template svg math iframe frameset object applet video audio canvas map select datalist textarea button dialog',
)

interface Rule {
  closes: Set<string>
  /** What closing does not reach beyond. */
  until: Set<string>
}

const CELL = set('td th caption table')

/** What an element that opens closes, where its own end tag may be left out. Method: HTML, "Optional tags". */
export const CLOSED_BY: Record<string, Rule | undefined> = {
  block: {
    closes: set('p'),
    until: new Set([...CELL, 'li', 'div', 'blockquote', 'section', 'article', 'figure']),
  },
  li: { closes: set('li p'), until: set('ul ol menu table td th') },
  dt: { closes: set('dt dd p'), until: set('dl table td th') },
  dd: { closes: set('dt dd p'), until: set('dl table td th') },
  tr: { closes: set('tr td th caption p'), until: set('table') },
  td: { closes: set('td th p'), until: set('tr table') },
  th: { closes: set('td th p'), until: set('tr table') },
  thead: { closes: set('caption tr td th'), until: set('table') },
  tbody: { closes: set('thead tbody tr td th caption'), until: set('table') },
  tfoot: { closes: set('thead tbody tr td th'), until: set('table') },
  body: { closes: set('head title'), until: set('html') },
}
