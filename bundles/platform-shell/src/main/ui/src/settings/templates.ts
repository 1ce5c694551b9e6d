import { useQuery } from '@tanstack/react-query'
import { api } from '@tenon/sdk'

export type TemplateSort = 'message' | 'mail' | 'print'
export const SORTS: TemplateSort[] = ['print', 'mail', 'message']

export interface Template { id: string; version: number; name: string; sort: TemplateSort; type: string; subject: string | null; body: string; retired: boolean }
export interface Filled { sort: TemplateSort; subject: string | null; body: string; footer: string | null; title: string }

export function useTemplates() {
  return useQuery({
    queryKey: ['settings', 'templates'],
    queryFn: async ({ signal }) => (await api.get<{ items: Template[] }>('/api/records/templates', { retired: true }, signal)).items,
  })
}

/** Templates one can fill from records of a type. */
export function useTemplatesOf(type: string) {
  return useQuery({
    queryKey: ['templates', type], staleTime: 60_000,
    queryFn: async ({ signal }) => (await api.get<{ items: Template[] }>('/api/records/templates', { type }, signal)).items,
  })
}

/** A template filled from a record, as the member may see it. */
export function useFilled(template: string, record: string) {
  return useQuery({
    queryKey: ['templates', 'filled', template, record], gcTime: 0, retry: false,
    queryFn: ({ signal }) => api.get<Filled>(`/api/records/templates/${template}/filled`, { record }, signal),
  })
}

/** What the server takes of a draft. */
export const wishOf = ({ id: _, ...wish }: Template) => wish

/** What a new template begins with. */
export const blank = (type: string): Template => ({ id: '', version: 0, name: '', sort: 'print', type, subject: null, body: '<h1>{{title}}</h1>\n', retired: false })
