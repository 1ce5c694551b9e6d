import { api, useQuery, useQueryClient, type Condition, type Field, type FieldType } from '@tenon/sdk'

export type Texts = Record<string, string>
export interface Choice { value?: string; labels: Texts; color?: string | null; parent?: string | null; retired?: boolean }

/** A custom field, as `/api/records/fields` has it. */
export interface Definition {
  id: string; type: string; name: string; kind: string; state: 'active' | 'retired'; version: number; indexed: boolean
  labels: Texts; help: Texts; section: string | null; list: number
  required: boolean; readOnly: boolean; unique: boolean; filter: boolean; sort: boolean; search: boolean; sensitive: boolean
  initial: unknown; pattern: string | null; max: number | null; least: string | number | null; most: string | number | null
  reference: string | null; options: Choice[]; visibleWhen: Condition | null; formula: unknown; result: string | null; number: string | null
}

/** What an administrator is writing; not all of it fits every kind. */
export type Draft = Partial<Omit<Definition, 'id' | 'version'>> & { kind: string; labels: Texts }

export const KINDS = ['text', 'longText', 'richText', 'number', 'decimal', 'money', 'date', 'dateTime', 'boolean', 'choice', 'multiChoice', 'treeChoice', 'member', 'department',
  'reference', 'phone', 'email', 'url', 'location', 'files', 'formula', 'autoNumber'] as const

export const RESULTS = ['text', 'number', 'decimal', 'date', 'dateTime', 'boolean']
export const LANGUAGES = ['zh-CN', 'zh-TW', 'en']

export const isChoice = (kind: string) => kind.endsWith('hoice')
export const isComputed = (kind: string) => kind === 'formula' || kind === 'autoNumber'

/** The type of value a field of the kind holds, as forms know it. */
export const fieldTypeOf = (draft: Draft) => (draft.kind === 'formula' ? draft.result ?? 'text' : draft.kind === 'autoNumber' ? 'text' : draft.kind === 'treeChoice' ? 'choice' : draft.kind)

const UNSORTED = new Set(['longText', 'richText', 'boolean', 'member', 'department', 'reference', 'location', 'multiChoice', 'files'])
export const canSort = (draft: Draft) => !UNSORTED.has(fieldTypeOf(draft))
export const canFilter = (draft: Draft) => !['longText', 'richText', 'location'].includes(fieldTypeOf(draft))
export const canBeUnique = (draft: Draft) => canSort(draft) && fieldTypeOf(draft) !== 'money' && draft.kind !== 'autoNumber'

/** The label in the language, else in any. */
export const labelOf = (texts: Texts | undefined, language: string) => texts?.[language] ?? texts?.['zh-CN'] ?? Object.values(texts ?? {})[0] ?? ''

/** Words a default may be that stand for the moment of writing and whoever writes, by kind. */
export const STANDING: Partial<Record<string, string>> = { date: 'today', dateTime: 'now', member: 'me', department: 'mine' }

/** Whether new records can have a value of the kind by themselves. */
export const hasDefault = (draft: Draft) => !isComputed(draft.kind) && draft.kind !== 'files' && !draft.unique

/** The field as forms will know it, but for options and name. */
export const draftField = (draft: Draft, label: string, help: string): Field => ({
  name: 'preview', label, help, type: fieldTypeOf(draft) as FieldType, required: draft.required ?? false, readOnly: false, max: draft.max ?? null, min: null, scale: null,
  dictionary: null, reference: draft.reference ?? null, list: 0, filter: false, sortable: false, sensitive: false, section: null, access: 'write', sample: null,
})

/** Only what fits the kind, emptiness left out, ready to be sent. */
export function cleaned(draft: Draft): Record<string, unknown> {
  const { state: _state, indexed: _indexed, ...rest } = draft
  const sent: Record<string, unknown> = { ...rest }
  if (!isChoice(draft.kind)) delete sent.options
  if (draft.kind !== 'reference') delete sent.reference
  if (draft.kind !== 'formula') { delete sent.formula; delete sent.result }
  if (draft.kind !== 'autoNumber') delete sent.number
  if (!canSort(draft)) sent.sort = false
  if (!canFilter(draft)) sent.filter = false
  if (!canBeUnique(draft)) sent.unique = draft.kind === 'autoNumber'
  if (!hasDefault(draft)) sent.initial = null
  if (isComputed(draft.kind)) Object.assign(sent, { required: false })
  return sent
}

const KEY = 'definitions'

export function useDefinitions(type: string | null) {
  return useQuery({
    queryKey: [KEY, type], enabled: !!type,
    queryFn: async ({ signal }) => (await api.get<{ items: Definition[] }>('/api/records/fields', { type }, signal)).items,
  })
}

/** Adds, changes, retires; every form follows. */
export function useDefine(type: string) {
  const client = useQueryClient()
  const settled = async <T>(work: Promise<T>) => {
    const done = await work
    await Promise.all([[KEY], ['types'], ['dictionary'], ['form-layout']].map(queryKey => client.invalidateQueries({ queryKey })))
    return done
  }
  return {
    save: (draft: Draft, known: Definition | null) => settled(known
      ? api.patch(`/api/records/fields/${known.id}`, cleaned(draft), known.version)
      : api.post('/api/records/fields', { ...cleaned(draft), type })),
    retire: (known: Definition) => settled(api.post(`/api/records/fields/${known.id}/${known.state === 'retired' ? 'restore' : 'retire'}`, {})),
  }
}
