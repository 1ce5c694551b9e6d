import { Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceInput } from '../records/fields/ReferenceInput'
import type { Field } from '@tenon/sdk'
import { namesDepartments, scopeOf, withField, withGrant, type Catalogue, type RoleGrants } from './grants'

interface Props { type: Catalogue['types'][number]; scopes: Catalogue['scopes']; grants: RoleGrants; change: (grants: RoleGrants) => void }

const NONE = ''
const WITHOUT_SCOPE = new Set(['create', 'import'])
const ACCESS = ['hidden', 'masked', 'readOnly']
const DEPARTMENTS = { name: 'departments', label: '', type: 'references', required: false } as Field

/** One record type of the matrix: a scope for each action, and the fields whose access differs. */
export function GrantsType({ type, scopes, grants, change }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(grants.fields.some(grant => grant.type === type.name))
  return (
    <section className="card" aria-label={type.label}>
      <div className="card-header">
        <h2 className="card-title">{type.label}</h2>
        {type.fields.length > 0 && <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>{t('grants.fields')}</button>}
      </div>
      <div className="grant-row">
        {type.actions.map(action => {
          const grant = scopeOf(grants, type.name, action.name)
          const offered = WITHOUT_SCOPE.has(action.name) ? [{ name: 'all', label: t('grants.allowed') }] : scopes.filter(({ name }) => type.scopes.includes(name) || name === grant?.scope)
          return (
            <div key={action.name} className="field">
              <label htmlFor={`${id}-${action.name}`}>{action.label}</label>
              <Select id={`${id}-${action.name}`} className="full" value={grant?.scope ?? NONE}
                options={[{ value: NONE, label: t('grants.none') }, ...offered.map(scope => ({ value: scope.name, label: scope.label }))]}
                onChange={(scope: string) => change(withGrant(grants, type.name, action.name, scope || null, grant?.departments))} />
              {grant && namesDepartments(grant.scope) && (
                <ReferenceInput id={`${id}-${action.name}-departments`} field={DEPARTMENTS} type="identity.department" multiple ariaLabel={t('grants.departments')} value={grant.departments ?? []}
                  onChange={value => change(withGrant(grants, type.name, action.name, grant.scope, (value as string[] | null) ?? []))} />
              )}
            </div>
          )
        })}
      </div>
      {open && (
        <div className="grant-fields">
          {type.fields.map(field => (
            <div key={field.name} className="field">
              <label htmlFor={`${id}-field-${field.name}`}>{field.label}</label>
              <Select id={`${id}-field-${field.name}`} className="full" value={grants.fields.find(grant => grant.type === type.name && grant.field === field.name)?.access ?? NONE}
                options={[{ value: NONE, label: t('grants.access.usual') }, ...ACCESS.map(name => ({ value: name, label: t(`grants.access.${name}`) }))]}
                onChange={(access: string) => change(withField(grants, type.name, field.name, access || null))} />
            </div>
          ))}
        </div>
      )}
    </section>
  )
}
