import type { Member } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from '../account/PasswordForm'
import { queries } from '../app/queries'
import { Brand } from '../frame/Brand'
import { LanguageSwitch } from '../frame/LanguageSwitch'
import { useTitle } from '../util/useTitle'
import { SESSION, signOut } from './session'

/** Nothing else is reachable until the password handed out by an administrator is replaced. */
export function NewPassword({ member }: { member: Member }) {
  const { t } = useTranslation()
  useTitle(t('password.mustTitle'))
  return (
    <main className="gate">
      <div className="gate-card">
        <Brand />
        <h1>{t('password.mustTitle')}</h1>
        <p className="muted">{t('password.mustText', { name: member.name })}</p>
        <PasswordForm onDone={() => void queries.invalidateQueries({ queryKey: SESSION })} />
        <Button type="link" onClick={() => void signOut()}>{t('me.signOut')}</Button>
      </div>
      <LanguageSwitch />
    </main>
  )
}
