import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, url, useShell } from '@tenon/sdk'
import { Button, DatePicker, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { formatInstant } from '../util/format'
import { usePhone } from '../util/usePhone'
import { useTitle } from '../util/useTitle'
import { AuditCheck } from './AuditCheck'
import { MemberFilter } from './MemberFilter'
import '../styles/rest'

interface Row { id: string; at: string; kind: string; kindLabel: string; byLabel: string; aboutLabel: string; address: string; detail: string }
interface Rows { items: Row[]; next: string | null }

/** The system log: who signed in, administered, exported, and looked at sensitive data. */
export function AuditPage() {
  const { t } = useTranslation()
  const { language } = useShell()
  const phone = usePhone()
  const [member, setMember] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [days, setDays] = useState<[Dayjs | null, Dayjs | null] | null>(null)
  useTitle(t('audit.title'))
  const filter = { member, kind, from: days?.[0]?.startOf('day').toISOString(), to: days?.[1]?.add(1, 'day').startOf('day').toISOString() }
  const { data: kinds } = useQuery({ queryKey: ['audit', 'kinds'], queryFn: async ({ signal }) => (await api.get<{ items: { kind: string; label: string }[] }>('/api/identity/audit/kinds', {}, signal)).items })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', filter], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api.get<Rows>('/api/identity/audit', { ...filter, limit: 50, cursor: pageParam }, signal),
    getNextPageParam: page => page.next ?? undefined,
  })
  const rows = data?.pages.flatMap(page => page.items) ?? []
  const who = (row: Row) => row.byLabel || row.aboutLabel || t('audit.nobody')
  return (
    <div className="page">
      <div className="page-header">
        <h1>{t('audit.title')}</h1>
        <div className="page-actions">
          <AuditCheck />
          <Button href={url('/api/identity/audit/export', filter)} download>{t('audit.export')}</Button>
        </div>
      </div>
      <div className="filter-bar" role="search" aria-label={t('audit.filter')}>
        <MemberFilter value={member} onChange={setMember} />
        <Select allowClear className="audit-kind" aria-label={t('audit.kind')} placeholder={t('audit.kind')} value={kind} onChange={value => setKind(value ?? null)}
          options={kinds?.map(each => ({ value: each.kind, label: each.label })) ?? []} popupMatchSelectWidth={false} />
        <DatePicker.RangePicker allowEmpty={[true, true]} aria-label={t('audit.time')} placeholder={[t('audit.from'), t('audit.to')]} value={days} onChange={setDays} />
      </div>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && rows.length === 0 && <p className="muted">{t('audit.empty')}</p>}
      {rows.length > 0 && (phone
        ? <ul className="audit-cards">{rows.map(row => <li key={row.id} className="card"><p><strong>{row.kindLabel}</strong> · {who(row)}</p><p className="meta">{formatInstant(row.at, language)} {row.address}</p>{row.detail && <p>{row.detail}</p>}</li>)}</ul>
        : (
          <section className="card related-frame" aria-label={t('audit.title')}>
            <table className="plain" aria-label={t('audit.title')}>
              <thead><tr>{['time', 'kind', 'member', 'about', 'address', 'detail'].map(name => <th key={name} scope="col">{t(`audit.${name}`)}</th>)}</tr></thead>
              <tbody>{rows.map(row => (
                <tr key={row.id}>
                  <td className="number"><time dateTime={row.at}>{formatInstant(row.at, language)}</time></td>
                  <td>{row.kindLabel}</td><td>{row.byLabel}</td><td>{row.aboutLabel}</td><td className="number">{row.address}</td><td className="audit-detail">{row.detail}</td>
                </tr>
              ))}</tbody>
            </table>
          </section>
        ))}
      {hasNextPage && <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('timeline.more')}</Button>}
    </div>
  )
}
