import { lazy, Suspense } from 'react'
import { plainText } from './plainText'

const View = lazy(() => import('./richText/RichTextView').catch(() => ({ default: Plain })))

/** Formatted text on a page. What makes it harmless comes with the first one; until it is there, and where it does not arrive, it reads as plain text. */
export function RichText({ html }: { html: string }) {
  return <Suspense fallback={<Plain html={html} />}><View html={html} /></Suspense>
}

function Plain({ html }: { html: string }) {
  return <span className="long-text">{plainText(html)}</span>
}
