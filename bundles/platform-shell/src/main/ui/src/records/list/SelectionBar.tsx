import { useQueryClient } from '@tanstack/react-query'
import { isProblem, type ListQuery, type Page, type RecordType } from '@tenon/sdk'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { jobKeys } from '../../jobs/jobs'
import { formatTotal } from '../../util/format'
import { AssignDialog } from '../bulk/AssignDialog'
import { bulkFields, EditDialog } from '../bulk/EditDialog'
import { sizeOf, type BulkAction, type Selection } from '../bulk/selection'
import { tagFields, TagsDialog } from '../bulk/TagsDialog'
import { useBulk } from '../bulk/useBulk'

interface Props {
  type: RecordType
  ids: string[]
  /** How many results the list has, and how it came to them. */
  total: Page['total']
  query: ListQuery
  clear: () => void
  /** A bulk change has begun. */
  started: (job: string) => void
}

type Open = 'edit' | 'assign' | 'tags' | null

/** What can be done with the ticked rows, or with all results of the list. */
export function SelectionBar({ type, ids, total, query, clear, started }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [everything, setEverything] = useState(false)
  const [open, setOpen] = useState<Open>(null)
  const deleted = query.deleted === true
  const more = total && total.count > ids.length ? total : null
  const selection: Selection = everything && more ? { all: true, ...more, query } : { all: false, ids }
  const { count, capped } = sizeOf(selection)
  const size = formatTotal({ count, capped })
  const submitted = useBulk(type, selection)
  const may = (action: 'update' | 'delete') => type.can.includes(action)

  const run = async (action: BulkAction, values?: Record<string, unknown>, along = false) => {
    const job = await submitted(action, values, along)
    await client.invalidateQueries({ queryKey: jobKeys.all })
    setOpen(null)
    started(job)
  }
  const at = async (action: BulkAction) => {
    try {
      await run(action)
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
  }
  const dialog = { type, size, count, close: () => setOpen(null) }
  return (
    <div className="selection-bar bulk-bar" role="region" aria-label={t('list.selection')}>
      <span role="status">{t('bulk.selected', { count, size })}</span>
      {more && !everything && <button type="button" className="text-button" onClick={() => setEverything(true)}>{t('bulk.all', { count: more.count, size: formatTotal(more) })}</button>}
      {deleted && may('delete') && <Button onClick={() => void at('restore')}>{t('action.restore')}</Button>}
      {!deleted && may('update') && bulkFields(type).length > 0 && <Button onClick={() => setOpen('edit')}>{t('action.edit')}</Button>}
      {!deleted && may('update') && type.owned && <Button onClick={() => setOpen('assign')}>{t('bulk.owner')}</Button>}
      {!deleted && may('update') && tagFields(type).length > 0 && <Button onClick={() => setOpen('tags')}>{t('bulk.tags')}</Button>}
      {!deleted && may('delete') && <Button danger onClick={() => void at('delete')}>{t('action.delete')}</Button>}
      {!deleted && !selection.all && ids.length >= 2 && ids.length <= 5 && may('update') && may('delete') && (
        <Link className="button-link" to={`${type.route}/merge?ids=${ids.join(',')}`}>{t('merge.selected')}</Link>
      )}
      <Button type="text" onClick={clear}>{t('list.clearSelection')}</Button>
      {open === 'edit' && <EditDialog {...dialog} submit={values => run('update', values)} />}
      {open === 'assign' && <AssignDialog {...dialog} submit={(values, along) => run('assign', values, along)} />}
      {open === 'tags' && <TagsDialog {...dialog} submit={run} />}
    </div>
  )
}
