import { useLayoutEffect, useRef } from 'react'
import { harmless } from './harmless'

/** Formatted text to read. */
export default function RichTextView({ html }: { html: string }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.replaceChildren(harmless(html)), [html])
  return <div ref={place} className="rich-text" />
}
