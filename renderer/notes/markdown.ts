import MarkdownIt from 'markdown-it'

/** Raw HTML stays words, and only links that main/shell/link.ts may open become links: a note can come from a stranger's case. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true })
markdown.validateLink = (url) => /^(https:|mailto:)/iu.test(url.trim())
markdown.disable('image')

const openLink = markdown.renderer.rules.link_open
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  const link = tokens[index]
  if (link?.attrGet('href')) link.attrSet('target', '_blank')
  // `[words]()`: an empty address would be that of the window itself.
  else if (link) link.attrs = null
  return openLink ? openLink(tokens, index, options, env, self) : self.renderToken(tokens, index, options)
}

/** A note's Markdown as HTML that holds no script, style, image or frame. */
export const render = (body: string): string => markdown.render(body)
