/** Every style element gets the page's nonce; some libraries create theirs without one and the policy would drop them. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

const createElement = Document.prototype.createElement

Document.prototype.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
  const element: HTMLElement = createElement.call(this, name, options)
  if (nonce && element instanceof HTMLStyleElement) element.nonce = nonce
  return element
} as typeof createElement
