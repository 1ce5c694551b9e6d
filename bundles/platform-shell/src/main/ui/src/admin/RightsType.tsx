import { useTranslation } from 'react-i18next'
import type { TypeRights } from './rights'

/** One record type of a member's rights: each action with its scopes and the roles they come from, then the fields whose access differs. */
export function RightsType({ type }: { type: TypeRights }) {
  const { t } = useTranslation()
  return (
    <div className="card">
      <h2 className="card-title">{type.label}</h2>
      <div className="rights-scroll" role="region" aria-label={type.label} tabIndex={0}>
        <table className="plain">
          <thead><tr><th scope="col">{t('rights.action')}</th><th scope="col">{t('rights.scope')}</th><th scope="col">{t('rights.from')}</th></tr></thead>
          <tbody>
            {type.actions.flatMap(action => action.scopes.map((scope, index) => (
              <tr key={`${action.name} ${scope.name} ${scope.departments.join()}`}>
                {index === 0 && <th scope="row" rowSpan={action.scopes.length}>{action.label}</th>}
                <td>{scope.label}{scope.departments.length > 0 && <span className="meta"> {scope.departments.join('、')}</span>}</td>
                <td>{scope.roles.join('、')}</td>
              </tr>
            )))}
            {type.fields.map(field => (
              <tr key={field.name}><th scope="row">{field.label}</th><td>{field.accessLabel}</td><td>{field.role}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
