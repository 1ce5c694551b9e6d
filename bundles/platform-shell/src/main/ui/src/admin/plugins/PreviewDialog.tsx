import { api } from '@tenon/sdk'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { BringsList } from './BringsList'
import { Findings } from './Findings'
import { Migrations } from './Migrations'
import { SignatureLine } from './SignatureLine'
import type { Preview } from './types'
import type { Work } from './usePlugins'

/** What an archive would do, before it does. */
export function PreviewDialog({ preview, work, close }: { preview: Preview; work: Work; close: () => void }) {
  const { t } = useTranslation()
  const { id, name, version, action, findings, permissions = [], migrations = [], requires = [] } = preview
  const label = preview.label ?? name
  const leave = () => {
    close()
    // Forgotten in an hour anyway.
    void api.delete(`/api/plugins/uploads/${id}`).catch(() => {})
  }
  const install = async () => {
    await work.run(name, () => api.post('/api/plugins', { upload: id }), t('plugins.installed', { name: label, version }))
    close()
  }
  const refused = action === 'refused' || findings.some(finding => finding.severity === 'refuse')
  return (
    <Modal open width={640} title={t(`plugins.preview.${refused ? 'refused' : action}`, { name: label, version })} onCancel={leave} onOk={() => void install()}
      okText={t(`plugins.do.${action}`, { defaultValue: '' })} cancelText={refused ? t('action.close') : t('action.cancel')}
      okButtonProps={{ loading: work.busy === name, disabled: work.busy !== null }} cancelButtonProps={{ disabled: work.busy === name }}
      footer={(_, { OkBtn, CancelBtn }) => <><CancelBtn />{!refused && <OkBtn />}</>}>
      <div className="plugin-preview">
        <p className="meta">{name} · {version}</p>
        <SignatureLine signature={preview.signature} />
        <Findings findings={findings} />
        <section aria-label={t('plugins.adds')}>
          <h3>{t('plugins.adds')}</h3>
          <BringsList brings={preview.adds ?? {}} />
        </section>
        {permissions.length > 0 && (
          <section aria-label={t('plugins.asks')}>
            <h3>{t('plugins.asks')}</h3>
            <ul className="plugin-chips">{permissions.map(permission => <li key={permission}><code>{permission}</code></li>)}</ul>
          </section>
        )}
        {requires.length > 0 && (
          <section aria-label={t('plugins.requires')}>
            <h3>{t('plugins.requires')}</h3>
            <ul className="plugin-chips">{requires.map(other => <li key={other.name}>{other.name} {other.range}</li>)}</ul>
          </section>
        )}
        <Migrations migrations={migrations} />
      </div>
    </Modal>
  )
}
