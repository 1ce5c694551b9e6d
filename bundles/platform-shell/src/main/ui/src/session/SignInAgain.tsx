import { useShell } from '@tenon/sdk'
import { Button, Input, Modal } from 'antd'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { leavePage, signInAgain, useAskedAgain } from './again'
import { refusal } from './refusal'

/** Over the page whose session has ended: the password, then everything goes on where it was. What lies below cannot be read. */
export function SignInAgain() {
  const asked = useAskedAgain()
  return asked ? <PasswordDialog /> : null
}

function PasswordDialog() {
  const { t } = useTranslation()
  const { session } = useShell()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  // Neither keys nor a screen reader reach what cannot be seen.
  useEffect(() => {
    const frame = document.querySelector<HTMLElement>('.frame')
    if (!frame) return
    frame.inert = true
    return () => { frame.inert = false }
  }, [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await signInAgain(password)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('again.title')} footer={null} closable={false} mask={{ closable: false }} keyboard={false} width={400} rootClassName="sign-in-again">
      <form className="stacked" onSubmit={event => void submit(event)}>
        <p className="muted">{t('again.text')}</p>
        {error !== null && <p className="form-error" role="alert" id="again-error">{refusal(error, t)}</p>}
        <input type="text" hidden readOnly autoComplete="username" value={session.member?.login ?? ''} />
        <label htmlFor="again-password">{t('again.password', { name: session.member?.name })}</label>
        <Input.Password id="again-password" autoFocus required autoComplete="current-password" value={password}
          aria-describedby={error ? 'again-error' : undefined} onChange={event => setPassword(event.target.value)} />
        <div className="stacked-actions">
          <Button type="primary" htmlType="submit" loading={busy}>{t('again.submit')}</Button>
          <Button type="link" onClick={leavePage}>{t('again.other')}</Button>
        </div>
      </form>
    </Modal>
  )
}
