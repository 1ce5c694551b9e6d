import { api, keys, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props { type: RecordType; ids: string[]; deleted: boolean; clear: () => void }

/** What can be done with the ticked rows. */
export function SelectionBar({ type, ids, deleted, clear }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [busy, setBusy] = useState(false)

  const each = async (work: (id: string) => Promise<unknown>, done: string) => {
    setBusy(true)
    const results = await Promise.allSettled(ids.map(work))
    const failed = results.filter(result => result.status === 'rejected')
    setBusy(false)
    await client.invalidateQueries({ queryKey: keys.all(type.name) })
    if (failed.length > 0) message.error(t('list.someFailed', { failed: failed.length, count: ids.length }))
    else message.success(t(done, { count: ids.length }))
    clear()
  }
  const restore = () => each(id => api.post(`${type.path}/${id}/restore`), 'list.restored')
  const remove = () => modal.confirm({
    title: t('list.deleteSome', { count: ids.length, type: type.label }), content: t('record.deleteText'),
    okText: t('action.delete'), okButtonProps: { danger: true }, cancelText: t('action.cancel'),
    onOk: () => each(id => api.delete(`${type.path}/${id}`), 'list.deleted'),
  })

  return (
    <div className="selection-bar" role="region" aria-label={t('list.selection')}>
      <span role="status">{t('list.selected', { count: ids.length })}</span>
      {deleted
        ? <Button loading={busy} onClick={() => void restore()}>{t('action.restore')}</Button>
        : type.can.includes('delete') && <Button danger loading={busy} onClick={remove}>{t('action.delete')}</Button>}
      <Button type="text" onClick={clear}>{t('list.clearSelection')}</Button>
    </div>
  )
}
