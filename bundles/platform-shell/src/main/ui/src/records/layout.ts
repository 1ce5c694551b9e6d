import type { Field, RecordType } from '@tenon/sdk'

export interface Section { name: string; label: string | null; columns?: number; fields: Field[] }

/** The platform's own fields that are shown apart, at the end of a page. */
export const TRACES = ['createdAt', 'createdBy', 'updatedAt', 'updatedBy']

const NOT_SHOWN = new Set([...TRACES, 'id', 'version', 'deletedAt', 'deletedBy'])

/** A type's fields by section, in its order; fields of no section come first. */
export function sectionsOf(type: RecordType): Section[] {
  const fields = type.fields.filter(field => !NOT_SHOWN.has(field.name) && field.form !== false)
  const named = new Set(type.sections.map(section => section.name))
  return [
    { name: '', label: null, fields: fields.filter(field => !field.section || !named.has(field.section)) },
    ...type.sections.map(section => ({ ...section, fields: fields.filter(field => field.section === section.name) })),
  ].filter(section => section.fields.length > 0).sort((a, b) => Number(a.name === '') - Number(b.name === ''))
}

export const isWritable = (field: Field) => field.access === 'write' && !field.readOnly
