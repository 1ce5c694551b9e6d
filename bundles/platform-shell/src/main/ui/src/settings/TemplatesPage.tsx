import { PlusOutlined } from '@ant-design/icons'
import { useRecordTypes } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import '../styles/rest'
import { useTemplates } from './templates'

/** Templates of messages, mails and prints. */
export function TemplatesPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, error, refetch } = useTemplates()
  const { data: types = [] } = useRecordTypes()
  useTitle(t('settings.templates'))
  return (
    <div className="page narrow-page">
      <div className="page-header">
        <h1>{t('settings.templates')}</h1>
        <div className="page-actions"><Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/settings/templates/new')}>{t('settings.newTemplate')}</Button></div>
      </div>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      <ul className="settings-list">
        {(data ?? []).map(one => (
          <li key={one.id}>
            <Link to={`/settings/templates/${one.id}`}>{one.name}</Link>
            <span className="meta">{types.find(type => type.name === one.type)?.label ?? one.type} · {t(`settings.sort.${one.sort}`)}</span>
            <span className="meta settings-count">{one.retired ? t('settings.retired') : ''}</span>
          </li>
        ))}
      </ul>
      {data?.length === 0 && <p className="muted">{t('settings.noTemplate')}</p>}
    </div>
  )
}
