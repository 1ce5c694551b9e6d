/** A form as its editor holds it. */
export interface LayoutSection { name: string; label: string; labels: Record<string, string>; columns: number; fields: string[] }
export interface Layout { sections: LayoutSection[]; hidden: string[] }

/** The field put before the one at `to` of a section, or at its end; out of wherever it stood. */
export function place(layout: Layout, field: string, section: string, to: number): Layout {
  const from = layout.sections.find(one => one.fields.includes(field))
  const at = from?.name === section && from.fields.indexOf(field) < to ? to - 1 : to
  return {
    hidden: layout.hidden.filter(name => name !== field),
    sections: layout.sections.map(one => {
      const left = one.fields.filter(name => name !== field)
      return { ...one, fields: one.name === section ? [...left.slice(0, at), field, ...left.slice(at)] : left }
    }),
  }
}

/** One step up or down; beyond its section's ends into the neighbour. */
export function step(layout: Layout, field: string, by: -1 | 1): Layout {
  const here = layout.sections.findIndex(one => one.fields.includes(field))
  const section = layout.sections[here]
  if (!section) return layout
  const at = section.fields.indexOf(field)
  if (at + by >= 0 && at + by < section.fields.length) return place(layout, field, section.name, by > 0 ? at + 2 : at - 1)
  const next = layout.sections[here + by]
  return next ? place(layout, field, next.name, by > 0 ? 0 : next.fields.length) : layout
}

/** Out of the form; its values stay. */
export const hide = (layout: Layout, field: string): Layout => ({
  hidden: [...layout.hidden, field], sections: layout.sections.map(one => ({ ...one, fields: one.fields.filter(name => name !== field) })),
})

export function moveSection(layout: Layout, name: string, by: -1 | 1): Layout {
  const at = layout.sections.findIndex(one => one.name === name)
  if (at + by < 0 || at + by >= layout.sections.length) return layout
  const sections = [...layout.sections]
  ;[sections[at], sections[at + by]] = [sections[at + by]!, sections[at]!]
  return { ...layout, sections }
}

/** Its fields go to the end of the one before it, or after. The last section stays. */
export function removeSection(layout: Layout, name: string): Layout {
  const at = layout.sections.findIndex(one => one.name === name)
  const heir = layout.sections[at === 0 ? 1 : at - 1]
  if (!heir) return layout
  const gone = layout.sections[at]!.fields
  return { ...layout, sections: layout.sections.filter(one => one.name !== name).map(one => (one.name === heir.name ? { ...one, fields: [...one.fields, ...gone] } : one)) }
}

export function addSection(layout: Layout, label: string): Layout {
  let number = layout.sections.length + 1
  while (layout.sections.some(one => one.name === `section${number}`)) number++
  return { ...layout, sections: [...layout.sections, { name: `section${number}`, label, labels: { 'zh-CN': label, 'zh-TW': label, en: label }, columns: 2, fields: [] }] }
}
