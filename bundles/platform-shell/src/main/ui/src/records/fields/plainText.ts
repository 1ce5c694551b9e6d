/** The text of HTML; nothing in it is run or loaded. */
export function plainText(html: string): string {
  const parsed = new DOMParser().parseFromString(html.replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n$&'), 'text/html')
  return (parsed.body.textContent ?? '').trim()
}
