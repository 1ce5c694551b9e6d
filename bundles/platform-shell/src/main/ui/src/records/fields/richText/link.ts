/** What somebody typed as the target of a link, as an address that may be kept; null if it is none. */
export function linkTarget(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /[\s<>"'`]/.test(text)) return null
  if (/^(https?:\/\/|mailto:)./i.test(text)) return text
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d+/.test(text)) return null
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(text)) return `mailto:${text}`
  return text.includes('.') ? `https://${text}` : null
}
