import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import '../styles/rest'
import { NewDictionary } from './NewDictionary'
import { useDictionaryList } from './dictionaries'

/** Every dictionary that can be changed, and where its values are used. */
export function DictionariesPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [making, setMaking] = useState(false)
  const { data, error, refetch } = useDictionaryList()
  useTitle(t('settings.dictionaries'))
  const wanted = text.trim().toLowerCase()
  const shown = (data ?? []).filter(one => `${one.name} ${one.label} ${one.fields.join(' ')}`.toLowerCase().includes(wanted))

  return (
    <div className="page narrow-page">
      <div className="page-header">
        <h1>{t('settings.dictionaries')}</h1>
        <div className="page-actions">
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>{t('settings.newDictionary')}</Button>
        </div>
      </div>
      <Input className="settings-search" allowClear value={text} placeholder={t('settings.findDictionary')} aria-label={t('settings.findDictionary')} onChange={event => setText(event.target.value)} />
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      <ul className="settings-list">
        {shown.map(one => (
          <li key={one.name}>
            <Link to={`/settings/dictionaries/${one.name}`}>{one.label === one.name ? one.fields[0] ?? one.name : one.label}</Link>
            <span className="meta">{one.fields.length > 0 ? one.fields.join('、') : one.name}</span>
            <span className="meta settings-count">
              {t('settings.valueCount', { count: one.values })}{one.retired > 0 && ` · ${t('settings.retiredCount', { count: one.retired })}`}
              {one.own ? ` · ${t('settings.own')}` : one.changed ? ` · ${t('settings.changed')}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {data && shown.length === 0 && <p className="muted">{t('settings.noDictionary')}</p>}
      {making && <NewDictionary close={() => setMaking(false)} made={name => void navigate(`/settings/dictionaries/${name}`)} />}
    </div>
  )
}
