import { api, isProblem, useQueryClient, type RecordType } from '@tenon/sdk'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useToast } from '../../app/useToast'
import { viewsKey, wish, type Kept, type SavedView, type Sharing, type ViewList } from './views'

/** What can be done with views; each answers whether it was done. */
export function useViewActions(type: RecordType, views: ViewList | undefined) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const toast = useToast()
  const [, setParams] = useSearchParams()
  const [busy, setBusy] = useState(false)

  const show = (id: string | null) => setParams(id === null ? { view: 'all' } : { view: id })
  const attempt = async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true)
    try {
      await work()
      await client.invalidateQueries({ queryKey: viewsKey(type.name) })
      if (done) message.success(done)
      return true
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('views.failed'))
      return false
    } finally {
      setBusy(false)
    }
  }
  const pinned = views?.items.filter(view => view.pinned).map(view => view.id) ?? []
  const choose = (first: string | null, pins: string[]) => attempt(() => api.put(`/api/records/views/choices/${type.name}`, { first, pinned: pins }))
  const replace = (view: SavedView, name: string, kept: Kept, sharing: Sharing | null, done: string) =>
    attempt(() => api.put(`/api/records/views/${view.id}`, wish(type.name, name, kept, sharing, view.version)), done)

  return {
    busy, show,
    save: async (view: SavedView, kept: Kept) => {
      if (await replace(view, view.name, kept, view.sharing, t('views.saved', { name: view.name }))) show(view.id)
    },
    saveAs: (name: string, kept: Kept) => attempt(async () => {
      const made = await api.post<SavedView>('/api/records/views', wish(type.name, name, kept, null))
      await client.invalidateQueries({ queryKey: viewsKey(type.name) })
      show(made.id)
    }, t('views.saved', { name })),
    rename: (view: SavedView, name: string) => replace(view, name, view, view.sharing, t('views.saved', { name })),
    share: (view: SavedView, sharing: Sharing) => replace(view, view.name, view, sharing, t('views.sharingSaved')),
    pin: (view: SavedView) => choose(views?.default ?? null, view.pinned ? pinned.filter(id => id !== view.id) : [...pinned, view.id]),
    begin: (view: SavedView) => choose(view.default ? null : view.id, pinned),
    remove: async (view: SavedView) => {
      if (!(await attempt(() => api.delete(`/api/records/views/${view.id}`)))) return
      show(null)
      toast(t('views.removed', { name: view.name }), () => attempt(async () => {
        const again = await api.post<SavedView>('/api/records/views', wish(type.name, view.name, view, view.mine ? view.sharing : null))
        if (view.pinned || view.default) {
          await api.put(`/api/records/views/choices/${type.name}`, { first: view.default ? again.id : views?.default ?? null, pinned: view.pinned ? pinned.map(id => (id === view.id ? again.id : id)) : pinned })
        }
      }, t('views.saved', { name: view.name })))
    },
  }
}

export type ViewActions = ReturnType<typeof useViewActions>
