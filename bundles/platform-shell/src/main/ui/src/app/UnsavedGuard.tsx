import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { forgetUnsaved, hasUnsaved } from './unsaved'

/** Asks before a page with unsaved input is left for another one. */
export function UnsavedGuard() {
  const { t } = useTranslation()
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    hasUnsaved() && currentLocation.pathname !== nextLocation.pathname)
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('unsaved.title')}
      okText={t('unsaved.stay')}
      cancelText={t('unsaved.leave')}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.reset?.()}
      cancelButtonProps={{ onClick: () => { forgetUnsaved(); blocker.proceed?.() } }}
      width={420}
    >
      {t('unsaved.text')}
    </Modal>
  )
}
