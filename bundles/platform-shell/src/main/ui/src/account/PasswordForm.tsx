import { api, isProblem } from '@tenon/sdk'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

/** Current password, the new one, and the new one again. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const [values, setValues] = useState({ current: '', next: '', again: '' })
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (values.next !== values.again) {
      setError(t('password.different'))
      return
    }
    setBusy(true)
    setError(null)
    try {
      await api.put('/api/identity/session/password', { current: values.current, next: values.next })
      setValues({ current: '', next: '', again: '' })
      onDone()
    } catch (problem) {
      setError(isProblem(problem) ? problem.errors[0]?.message ?? problem.message : t('broken.other.title'))
    } finally {
      setBusy(false)
    }
  }

  const entry = (name: keyof typeof values, complete: string) => (
    <>
      <label htmlFor={`password-${name}`}>{t(`password.${name}`)}</label>
      <Input.Password id={`password-${name}`} autoComplete={complete} required value={values[name]}
        aria-describedby={error ? 'password-error' : undefined}
        onChange={event => setValues({ ...values, [name]: event.target.value })} />
    </>
  )

  return (
    <form className="stacked" onSubmit={event => void submit(event)}>
      {error && <p className="form-error" role="alert" id="password-error">{error}</p>}
      {entry('current', 'current-password')}
      {entry('next', 'new-password')}
      {entry('again', 'new-password')}
      <Button type="primary" htmlType="submit" loading={busy}>{t('password.change')}</Button>
    </form>
  )
}
