import { useShell } from '@tenon/sdk'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { Face } from '../frame/Face'
import { useTitle } from '../util/useTitle'
import { PasswordForm } from './PasswordForm'
import { Sessions } from './Sessions'
import { TimeZone } from './TimeZone'
import { Tokens } from './Tokens'
import '../styles/rest'

/** What is one's own: password, API tokens, open sessions. */
export function Account() {
  const { t } = useTranslation()
  const { session } = useShell()
  const { message } = App.useApp()
  const member = session.member!
  useTitle(t('account.title'))
  return (
    <div className="page narrow-page">
      <div className="person-header">
        <Face id={member.id} name={member.name} />
        <div><h1>{member.name}</h1><p className="meta">{member.login}</p></div>
      </div>
      <TimeZone />
      <section className="card" aria-label={t('password.title')}>
        <h2 className="card-title">{t('password.title')}</h2>
        <PasswordForm onDone={() => message.success(t('password.changed'))} />
      </section>
      <Sessions />
      <Tokens />
    </div>
  )
}
