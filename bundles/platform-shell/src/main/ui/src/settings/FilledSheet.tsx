import type { Filled } from './templates'

/** A filled template as it goes on paper, or into a mail. Its HTML was cleaned by the server. */
export function FilledSheet({ filled }: { filled: Filled }) {
  return (
    <article className="print-sheet">
      {filled.subject && <p><strong>{filled.subject}</strong></p>}
      {filled.sort === 'message' ? <p className="print-plain">{filled.body}</p> : <div dangerouslySetInnerHTML={{ __html: filled.body }} />}
      {filled.footer && <footer className="meta">{filled.footer}</footer>}
    </article>
  )
}
