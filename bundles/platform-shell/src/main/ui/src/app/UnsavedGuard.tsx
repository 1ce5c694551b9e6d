import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { forgetUnsaved, hasUnsaved } from './unsaved'

/** Asks before a page with unsaved input is left for another one. */
export function UnsavedGuard() {
  const { t } = useTranslation()
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    hasUnsaved() && currentLocation.pathname !== nextLocation.pathname)
  const stay = () => blocker.reset?.()
  const leave = () => { forgetUnsaved(); blocker.proceed?.() }
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('unsaved.title')}
      onCancel={stay}
      footer={[
        <Button key="leave" onClick={leave}>{t('unsaved.leave')}</Button>,
        <Button key="stay" type="primary" onClick={stay}>{t('unsaved.stay')}</Button>,
      ]}
      width={420}
    >
      {t('unsaved.text')}
    </Modal>
  )
}
