import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Form } from './useForm'

/** Says that the form holds what was entered before the page was loaded anew, and takes it out again. */
export function DraftNotice({ form }: { form: Form }) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState(false)
  if (!form.restored || seen) return null
  return (
    <Alert type="info" showIcon title={t('draft.restored')} closable={{ onClose: () => setSeen(true), 'aria-label': t('action.close') }}
      action={<Button size="small" onClick={() => { form.reset(); setSeen(true) }}>{t('draft.discard')}</Button>} />
  )
}
