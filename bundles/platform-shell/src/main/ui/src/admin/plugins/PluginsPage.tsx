import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { useTitle } from '../../util/useTitle'
import { AvailableList } from './AvailableList'
import { History } from './History'
import { InstalledList } from './InstalledList'
import { PreviewDialog } from './PreviewDialog'
import type { Preview } from './types'
import { UploadDrop } from './UploadDrop'
import { usePlugins, useWork } from './usePlugins'
import '../../styles/rest'

type Tab = 'installed' | 'available' | 'history'

/** Areas and plugins: what is there, what could be, what was tried; changes show in every open browser. */
export function PluginsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = usePlugins()
  const [tab, setTab] = useState<Tab>('installed')
  const [preview, setPreview] = useState<Preview | null>(null)
  const work = useWork()
  useTitle(t('plugins.title'))
  const installed = data?.filter(plugin => plugin.state !== 'available')
  const available = data?.filter(plugin => plugin.state === 'available')
  return (
    <div className="page plugins-page">
      <div className="page-header">
        <h1>{t('plugins.title')}</h1>
        <Segmented<Tab> aria-label={t('plugins.title')} value={tab} onChange={setTab} options={(['installed', 'available', 'history'] as const).map(value => ({ value, label: t(`plugins.tab.${value}`) }))} />
      </div>
      <UploadDrop show={setPreview} />
      {error && <Broken error={error} retry={() => void refetch()} />}
      {work.refusal && <Alert type="error" showIcon closable={{ onClose: work.forget }} title={t('plugins.refused')} description={work.refusal} role="alert" />}
      {!data && !error && <PageSkeleton />}
      {tab === 'installed' && installed && <InstalledList plugins={installed} work={work} />}
      {tab === 'available' && available && <AvailableList plugins={available} work={work} show={setPreview} />}
      {tab === 'history' && <History />}
      {preview && <PreviewDialog key={preview.id} preview={preview} work={work} close={() => setPreview(null)} />}
    </div>
  )
}
