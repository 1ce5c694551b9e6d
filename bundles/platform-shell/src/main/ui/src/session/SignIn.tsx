import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from '../frame/Brand'
import { LanguageSwitch } from '../frame/LanguageSwitch'
import { useTitle } from '../util/useTitle'
import { refusal } from './refusal'
import { signIn } from './session'

export function SignIn() {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useTitle(t('signIn.title'))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await signIn(login.trim(), password)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }

  return (
    <main className="gate">
      <form className="gate-card" onSubmit={event => void submit(event)} aria-labelledby="sign-in">
        <Brand />
        <h1 id="sign-in">{t('signIn.title')}</h1>
        {error !== null && <p className="form-error" role="alert" id="sign-in-error">{refusal(error, t)}</p>}
        <label htmlFor="login">{t('signIn.login')}</label>
        <Input id="login" size="large" autoComplete="username" autoFocus required value={login}
          aria-describedby={error ? 'sign-in-error' : undefined} onChange={event => setLogin(event.target.value)} />
        <label htmlFor="password">{t('signIn.password')}</label>
        <Input.Password id="password" size="large" autoComplete="current-password" required value={password}
          onChange={event => setPassword(event.target.value)} />
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>{t('signIn.submit')}</Button>
      </form>
      <LanguageSwitch />
    </main>
  )
}
