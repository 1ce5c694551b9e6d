import { isProblem } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** What happened, what is safe, what to do, and a number to quote. */
export function Broken({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const status = isProblem(error) ? error.status : isUnfetched(error) ? 0 : null
  const kind = status === 0 ? 'offline' : status === 403 ? 'forbidden' : status === 404 ? 'missing' : status === 503 ? 'away' : 'other'
  return (
    <div className="broken" role="alert">
      <h2>{t(`broken.${kind}.title`)}</h2>
      <p>{t(`broken.${kind}.advice`)}</p>
      {isProblem(error) && error.detail && kind === 'other' && <p className="muted">{error.detail}</p>}
      {!isProblem(error) && kind === 'other' && error instanceof Error && <p className="muted">{error.message}</p>}
      {isProblem(error) && error.reference && <p className="meta">{t('broken.reference', { number: error.reference })}</p>}
      {retry && <Button onClick={retry}>{t('action.retry')}</Button>}
    </div>
  )
}

/** A part of the page that did not arrive; each browser says it in its own words. */
const isUnfetched = (error: unknown) => error instanceof TypeError && /dynamically imported|importing a module|module script/i.test(error.message)
