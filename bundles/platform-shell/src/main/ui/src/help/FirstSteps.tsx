import { useShell } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSettings } from '../app/settings'
import { changePreferences } from '../session/session'

/** Who is shown the first steps. */
export const ADMINISTER = 'identity:manage'

const STEPS = [
  { name: 'company', path: '/identity/departments' }, { name: 'members', path: '/identity/members' },
  { name: 'roles', path: '/identity/roles' }, { name: 'import', path: '/customers/customers/import' }, { name: 'plugins', path: '/plugins' },
]

/** The first-run tour of administrators: where to begin, until they put it away; the help menu brings it back. */
export function FirstSteps() {
  const { t } = useTranslation()
  const { can } = useShell()
  const { toured } = useSettings()
  if (toured || !can(ADMINISTER)) return null
  return (
    <section className="card first-steps" aria-label={t('tour.title')}>
      <div className="card-header">
        <h2 className="card-title">{t('tour.title')}</h2>
        <Button size="small" onClick={() => void changePreferences({ toured: true }, true)}>{t('tour.done')}</Button>
      </div>
      <ol>
        {STEPS.map(({ name, path }) => (
          <li key={name}><Link to={path}>{t(`tour.${name}.title`)}</Link><p className="meta">{t(`tour.${name}.text`)}</p></li>
        ))}
      </ol>
    </section>
  )
}
