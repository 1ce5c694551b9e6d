import type { Field, FieldValue, RecordType, Values } from '@tenon/sdk'

const PREFIX = 'p.'

/** The address parts of a create form that begins with a value; `back` is where saving leads. */
export function prefill(field: string, value: string, back: string): string {
  return new URLSearchParams({ [PREFIX + field]: value, back }).toString()
}

/** The values a create form begins with: from the address, `<type>:<id>` for references, of which those to one type keep the id alone. */
export function prefilled(params: URLSearchParams, type: RecordType): Values {
  const values: Values = {}
  for (const [name, text] of params) {
    const field = name.startsWith(PREFIX) ? type.fields.find(known => known.name === name.slice(PREFIX.length)) : undefined
    if (field) values[field.name] = read(text, field)
  }
  return values
}

function read(text: string, { type, reference }: Field): FieldValue {
  const [before, after] = text.split(':') as [string, string | undefined]
  const single = !!reference && reference !== '*' && !reference.includes(',')
  if (type === 'reference' && after) return single ? after : { type: before, id: after }
  if (type === 'references' || type === 'multiChoice' || type === 'tags') return text.split(',')
  if (type === 'boolean') return text === 'true'
  if (type === 'number') return Number(text)
  return text
}

/** A path of this application only: nothing in the address may lead elsewhere. */
export const backPath = (params: URLSearchParams) => {
  const back = params.get('back')
  return back && /^\/(?![/\\])/.test(back) ? back : null
}
