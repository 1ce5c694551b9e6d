import { api, isProblem, keys, type RecordData, type RecordType, type Values } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../app/useToast'

/** Says that something was saved, and for a while offers to take it back; which is refused if somebody changed the record since. */
export function useUndo(type: RecordType): (id: string, before: Values) => void {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const toast = useToast()

  return (id, before) => {
    const version = client.getQueryData<RecordData>(keys.record(type.name, id))?.version
    const undo = async () => {
      try {
        const stored = await api.patch<RecordData>(`${type.path}/${id}`, before, version ?? 0)
        client.setQueryData(keys.record(type.name, id), stored)
        message.success(t('inline.undone'))
      } catch (error) {
        message.error(isProblem(error, 412) ? t('inline.undoStale') : isProblem(error) ? error.message : t('broken.other.title'))
      }
      void client.invalidateQueries({ queryKey: keys.all(type.name) })
    }
    toast(t('record.saved'), undo, `undo ${id} ${Object.keys(before).join()}`)
  }
}
