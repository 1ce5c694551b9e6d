import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { api, isProblem } from '@tenon/sdk'
import { Alert, App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import '../styles/rest'
import { DictionaryRow } from './DictionaryRow'
import { arranged, depths, freshValue, moved, siblings, useDictionaryForm, useDictionaryList, withChild, type DictionaryForm, type DictionaryValue } from './dictionaries'

/** One dictionary: its values in order, their labels, colours and places in the tree. Values are retired, never deleted: records keep them. */
export function DictionaryPage() {
  const { t } = useTranslation()
  const { name = '' } = useParams()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const { data, error, refetch } = useDictionaryForm(name)
  const { data: known } = useDictionaryList()
  const title = data && data.label !== name ? data.label : known?.find(one => one.name === name)?.fields[0] ?? name
  const [items, setItems] = useState<DictionaryValue[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => setItems(arranged(data?.items ?? [])), [data])
  const deep = depths(items)
  useTitle(title)

  const work = async (call: () => Promise<DictionaryForm>, done: string) => {
    setBusy(true)
    setRefusal(null)
    try {
      client.setQueryData(['settings', 'dictionaries', name], await call())
      await client.invalidateQueries({ queryKey: ['dictionary', name] })
      await client.invalidateQueries({ queryKey: ['settings', 'dictionaries'], exact: true })
      message.success(t(done))
    } catch (problem) {
      setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
    setBusy(false)
  }
  const path = `/api/records/dictionaries/${encodeURIComponent(name)}`
  const save = () => void work(() => api.put<DictionaryForm>(path, {
    version: data?.version, labels: data?.labels,
    items: items.map(({ value, labels, parent, color, retired }) => ({ value, labels, parent, color, retired })),
  }), 'settings.saved')
  const reset = () => modal.confirm({
    title: t('settings.resetTitle'), content: t('settings.resetText'), okText: t('settings.reset'), okButtonProps: { danger: true }, cancelText: t('action.cancel'),
    onOk: () => work(() => api.post<DictionaryForm>(`${path}/reset`), 'settings.resetDone'),
  })
  const change = (at: number, next: DictionaryValue) => setItems(before => arranged(before.map((item, index) => (index === at ? next : item))))

  return (
    <div className="page">
      <p className="crumb"><Link to="/settings/dictionaries">{t('settings.dictionaries')}</Link></p>
      <div className="page-header">
        <h1>{title}</h1>
        <span className="meta">{name}</span>
        {data?.changed && !data.own && <div className="page-actions"><Button onClick={reset}>{t('settings.reset')}</Button></div>}
      </div>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <>
          <ol className="dictionary-rows">
            {items.map((item, at) => (
              <DictionaryRow key={item.fresh ?? item.value} item={item} items={items} depth={deep[at]!} first={siblings(items, at)[0] === at} last={siblings(items, at).at(-1) === at}
                change={next => change(at, next)} move={by => setItems(before => moved(before, at, by))} grow={item.fresh ? undefined : () => setItems(before => withChild(before, at))}
                drop={item.fresh ? () => setItems(before => before.filter((_, index) => index !== at)) : undefined} />
            ))}
          </ol>
          <Button type="dashed" icon={<PlusOutlined aria-hidden />}
            onClick={() => setItems(before => [...before, freshValue()])}>{t('settings.addValue')}</Button>
          <div className="save-bar">
            <Button type="primary" loading={busy} onClick={save}>{t('action.save')}</Button>
            <Button onClick={() => setItems(arranged(data.items))}>{t('settings.discard')}</Button>
          </div>
        </>
      )}
    </div>
  )
}
