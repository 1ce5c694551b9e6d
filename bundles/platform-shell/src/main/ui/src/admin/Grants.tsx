import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, isProblem, useUnsaved, type RecordData } from '@tenon/sdk'
import { Alert, App, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { forgetUnsaved } from '../app/unsaved'
import { SaveBar } from '../records/form/SaveBar'
import { useTitle } from '../util/useTitle'
import { withFunction, type Catalogue, type RoleGrants } from './grants'
import { GrantsType } from './GrantsType'
import '../styles/rest'

/** What a role may do: type by action by scope, access to fields, functions. */
export function Grants() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const path = `/api/identity/roles/${id}/grants`
  const role = useQuery({ queryKey: ['records', 'identity.role', 'record', id], queryFn: ({ signal }) => api.get<RecordData>(`/api/identity/roles/${id}`, {}, signal) })
  const catalogue = useQuery({ queryKey: ['permissions'], queryFn: ({ signal }) => api.get<Catalogue>('/api/identity/permissions', {}, signal) })
  const stored = useQuery({ queryKey: ['grants', id], staleTime: Infinity, queryFn: ({ signal }) => api.get<RoleGrants>(path, {}, signal) })
  const title = role.data?._title ?? t('grants.role')
  useTitle(t('grants.title', { role: title }))
  const error = role.error ?? catalogue.error ?? stored.error
  return (
    <div className="page">
      <nav aria-label={t('record.path')} className="crumb"><Link to={`/identity/roles/${id}`}>{title}</Link></nav>
      <h1>{t('grants.title', { role: title })}</h1>
      {error && <Broken error={error} />}
      {!error && !(role.data && catalogue.data && stored.data) && <PageSkeleton />}
      {role.data?.administrator === true && <p className="muted">{t('grants.administrator')}</p>}
      {role.data && catalogue.data && stored.data && role.data.administrator !== true && <Matrix key={stored.data.version} path={path} id={id} catalogue={catalogue.data} stored={stored.data} />}
    </div>
  )
}

function Matrix({ path, id, catalogue, stored }: { path: string; id: string; catalogue: Catalogue; stored: RoleGrants }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [grants, setGrants] = useState(stored)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const dirty = grants !== stored
  useUnsaved(`grants ${id}`, dirty)

  const save = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      const saved = await api.put<RoleGrants | undefined>(path, grants)
      forgetUnsaved()
      if (saved) client.setQueryData(['grants', id], saved)
      else await client.invalidateQueries({ queryKey: ['grants', id] })
      message.success(t('grants.saved'))
    } catch (error) {
      setRefusal(isProblem(error, 412) || isProblem(error, 409) ? t('grants.stale') : isProblem(error) ? error.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={event => { event.preventDefault(); void save() }}>
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
      {catalogue.types.map(type => <GrantsType key={type.name} type={type} scopes={catalogue.scopes} grants={grants} change={setGrants} />)}
      {catalogue.functions.length > 0 && (
        <fieldset className="card">
          <legend className="card-title">{t('grants.functions')}</legend>
          <div className="checks">
            {catalogue.functions.map(({ name, label }) => (
              <Checkbox key={name} checked={grants.functions.includes(name)} onChange={event => setGrants(withFunction(grants, name, event.target.checked))}>{label}</Checkbox>
            ))}
          </div>
        </fieldset>
      )}
      {dirty && <SaveBar busy={busy} save={() => void save()} cancel={() => { setGrants(stored); forgetUnsaved() }} label={t('grants.save')} />}
    </form>
  )
}
