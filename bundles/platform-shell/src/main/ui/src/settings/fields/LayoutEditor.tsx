import { api, isProblem, useQuery, useQueryClient, useUnsaved, type RecordType } from '@tenon/sdk'
import { Alert, App, Button, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetUnsaved } from '../../app/unsaved'
import { PageSkeleton } from '../../app/PageSkeleton'
import { ReferenceInput } from '../../records/fields/ReferenceInput'
import type { Field } from '@tenon/sdk'
import { addSection, hide, moveSection, place, removeSection, step, type Layout } from './layoutMoves'
import { LayoutSectionCard } from './LayoutSectionCard'

interface Stored extends Layout { stored: boolean; version: number; roles: { id: string; label: string }[] }

const ROLE = { name: 'role', label: '', type: 'reference', required: false } as Field

/** Arranges the form of a type, for everyone or for one role: by drag, or by the buttons and arrow keys of each field. */
export function LayoutEditor({ type }: { type: RecordType }) {
  const { t } = useTranslation()
  const [role, setRole] = useState<string | null>(null)
  const path = `/api/records/layouts/${type.name}`
  const { data, refetch } = useQuery({ queryKey: ['form-layout', type.name, role], queryFn: ({ signal }) => api.get<Stored>(path, { role }, signal), staleTime: 0 })
  return (
    <>
      <div className="define-toolbar">
        <label htmlFor="layout-role">{t('layout.role')}</label>
        <div className="layout-role"><ReferenceInput id="layout-role" ariaLabel={t('layout.role')} field={ROLE} type="identity.role" value={role} onChange={next => setRole((next as string | null) ?? null)} /></div>
        <span className="meta">{role ? '' : t('layout.everyone')} {data && data.roles.length > 0 && t('layout.own', { roles: data.roles.map(one => one.label).join('、') })}</span>
      </div>
      {data ? <Editor key={`${role} ${data.version}`} type={type} stored={data} path={role ? `${path}?role=${role}` : path} reload={() => void refetch()} /> : <PageSkeleton />}
    </>
  )
}

function Editor({ type, stored, path, reload }: { type: RecordType; stored: Stored; path: string; reload: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [layout, setLayout] = useState<Layout>({ sections: stored.sections, hidden: stored.hidden })
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const dirty = JSON.stringify(layout) !== JSON.stringify({ sections: stored.sections, hidden: stored.hidden })
  useUnsaved(`layout ${path}`, dirty)
  const fields = new Map(type.fields.map(field => [field.name, field]))

  const send = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setRefusal(null)
    try {
      await work()
      forgetUnsaved()
      message.success(t('layout.saved'))
      await client.invalidateQueries({ queryKey: ['types'] })
      reload()
    } catch (error) {
      setRefusal(isProblem(error) ? error.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
      <p className="meta">{t('layout.help')}</p>
      {layout.sections.map((section, at) => (
        <LayoutSectionCard key={section.name} section={section} fields={fields} first={at === 0} last={at === layout.sections.length - 1} only={layout.sections.length === 1}
          change={next => setLayout({ ...layout, sections: layout.sections.map(one => (one.name === section.name ? next : one)) })}
          drop={(field, to) => setLayout(place(layout, field, section.name, to))} step={(field, by) => setLayout(step(layout, field, by))} hide={field => setLayout(hide(layout, field))}
          move={by => setLayout(moveSection(layout, section.name, by))} remove={() => setLayout(removeSection(layout, section.name))} />
      ))}
      {layout.hidden.length > 0 && (
        <section className="card" aria-label={t('layout.hidden')}>
          <h2 className="card-title">{t('layout.hidden')}</h2>
          <Space wrap>
            {layout.hidden.map(name => <Button key={name} onClick={() => setLayout(place(layout, name, layout.sections[0]!.name, layout.sections[0]!.fields.length))}>{t('layout.show', { name: fields.get(name)?.label ?? name })}</Button>)}
          </Space>
        </section>
      )}
      <div className="define-toolbar">
        <Button type="primary" disabled={!dirty} loading={busy} onClick={() => void send(() => api.put(path, { version: stored.version, sections: layout.sections.map(({ label: _, ...rest }) => rest), hidden: layout.hidden }))}>{t('layout.save')}</Button>
        <Button onClick={() => setLayout(addSection(layout, t('layout.newSection')))}>{t('layout.addSection')}</Button>
        {stored.stored && <Button disabled={busy} onClick={() => void send(() => api.delete(path))}>{t('layout.reset')}</Button>}
      </div>
    </>
  )
}
