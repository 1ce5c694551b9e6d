import type { Extensions } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'

/** The text the editor knows: what the server keeps of HTML, so that nothing stored is lost by being edited. */
export const schema = (): Extensions => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4] },
    link: { openOnClick: false, protocols: ['mailto'], HTMLAttributes: { target: null, rel: null } },
    trailingNode: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
]
