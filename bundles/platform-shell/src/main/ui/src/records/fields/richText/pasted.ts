const ITEM = /\bmso-list:\s*l\d+\s+level(\d)/i
const NUMBERED = /^[(（]?(?:\d+|[a-z]|[ivx]+|[一二三四五六七八九十]+)[.)）、]/i

/**
 * What is pasted from Word, WPS, WeChat or a web page, with its structure and without its dress: Word's paragraphs that look like lists become lists, a
 * page's headings become a section's, what is hidden is left out. Classes and styles go with the schema of the editor.
 */
export function pasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  body.querySelectorAll('style, script, title, meta, link, img, svg, video, audio, iframe, [hidden]').forEach(node => node.remove())
  comments(body).forEach(node => node.remove())
  // WeChat hides what its pages measure with; Word marks paragraphs with o:p.
  body.querySelectorAll<HTMLElement>('[style]').forEach(node => { if (/display:\s*none/i.test(styleOf(node))) node.remove() })
  body.querySelectorAll('o\\:p').forEach(node => node.replaceWith(...node.childNodes))
  body.querySelectorAll<HTMLElement>('p').forEach(listed)
  for (const [from, to] of [['h4', 'h4'], ['h3', 'h4'], ['h2', 'h4'], ['h1', 'h3'], ['h5', 'h4'], ['h6', 'h4']] as const) {
    body.querySelectorAll(from).forEach(node => renamed(node, to))
  }
  return body.innerHTML
}

const styleOf = (node: Element) => node.getAttribute('style') ?? ''

function comments(body: HTMLElement): Comment[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found: Comment[] = []
  while (walker.nextNode()) found.push(walker.currentNode as Comment)
  return found
}

/** A paragraph that Word draws as an item joins the list before it, or begins one. Levels are read flat. */
function listed(paragraph: HTMLElement) {
  if (!ITEM.test(styleOf(paragraph))) return
  const marker = [...paragraph.querySelectorAll('span')].find(span => /mso-list:\s*ignore/i.test(styleOf(span)))
  const tag = NUMBERED.test(marker?.textContent?.trim() ?? '') ? 'ol' : 'ul'
  marker?.remove()
  const before = paragraph.previousElementSibling
  const list = before?.localName === tag && before.hasAttribute('data-pasted') ? before : document.createElement(tag)
  list.setAttribute('data-pasted', '')
  const item = document.createElement('li')
  const text = document.createElement('p')
  text.append(...paragraph.childNodes)
  item.append(text)
  if (list !== before) paragraph.before(list)
  list.append(item)
  paragraph.remove()
}

function renamed(node: Element, tag: string) {
  const heading = document.createElement(tag)
  heading.append(...node.childNodes)
  node.replaceWith(heading)
}
