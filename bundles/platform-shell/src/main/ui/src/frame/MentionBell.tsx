import { BellOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, useRecordTypes, useShell } from '@tenon/sdk'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { parts } from '../records/stream/mentionText'
import type { Mention } from '../records/stream/types'
import { formatAgo, formatInstant } from '../util/format'
import { MENTIONS } from './mentions'

interface Mentioned { id: string; record: { type: string; id: string; title: string }; byLabel: string; at: string; body: string | null; mentions: Mention[]; read: boolean }
interface Page { items: Mentioned[]; unread: number }

const LOOK_EVERY_MS = 60_000

/** Where one is mentioned; how often since one looked. */
export function MentionBell() {
  const { t } = useTranslation()
  const { language } = useShell()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { data: types } = useRecordTypes()
  const { data } = useQuery({ queryKey: MENTIONS, refetchInterval: LOOK_EVERY_MS, queryFn: ({ signal }) => api.get<Page>('/api/records/mentions', { limit: 20 }, signal) })
  const read = async (id: string | null) => {
    await api.post(id ? `/api/records/mentions/${id}/read` : '/api/records/mentions/read')
    await client.invalidateQueries({ queryKey: MENTIONS })
  }
  const go = (mention: Mentioned) => {
    setOpen(false)
    if (!mention.read) void read(mention.id)
  }
  const list = (
    <div className="mentions">
      <div className="card-header">
        <h2 className="card-title">{t('mentions.title')}</h2>
        {(data?.unread ?? 0) > 0 && <Button type="link" size="small" onClick={() => void read(null)}>{t('mentions.readAll')}</Button>}
      </div>
      {data?.items.length === 0 && <p className="muted">{t('mentions.empty')}</p>}
      <ul>{data?.items.map(mention => {
        const type = types?.find(known => known.name === mention.record.type)
        const text = mention.body === null ? t('mentions.hidden') : parts(mention.body, mention.mentions).map(part => typeof part === 'string' ? part : `@${part.name}`).join('')
        return (
          <li key={mention.id} className={mention.read ? undefined : 'unread'}>
            <p><strong>{mention.byLabel}</strong> · {type && mention.body !== null
              ? <Link to={`${type.route}/${mention.record.id}`} onClick={() => go(mention)}>{mention.record.title}</Link> : mention.record.title}
              {' '}<time className="meta" dateTime={mention.at} title={formatInstant(mention.at, language)}>{formatAgo(mention.at, language)}</time></p>
            <p className="mention-text">{text}</p>
          </li>
        )
      })}</ul>
    </div>
  )
  const label = data?.unread ? t('mentions.unread', { count: data.unread }) : t('mentions.title')
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={list} arrow={false}>
      <Button type="text" aria-label={label} aria-expanded={open} icon={<Badge count={data?.unread ?? 0} size="small" overflowCount={99}><BellOutlined aria-hidden /></Badge>} />
    </Popover>
  )
}
