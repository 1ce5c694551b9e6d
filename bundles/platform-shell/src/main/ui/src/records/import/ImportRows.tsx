import { api, type RecordType } from '@tenon/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount } from '../../util/format'
import { RowChanges } from './RowChanges'
import { RowReasons } from './RowReasons'
import type { ImportFull, ImportRow, Outcome } from './types'
import { importPath } from './useImport'

interface Page { items: ImportRow[]; next: number }
interface Props { of: ImportFull; type: RecordType; outcome: Outcome | 'kept'; live: boolean; total: number }

/** Rows of one outcome: why they were refused or left out, or what they create and change. */
export function ImportRows({ of, type, outcome, live, total }: Props) {
  const { t } = useTranslation()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['import rows', of.id, of.phase, outcome], initialPageParam: 0, refetchInterval: live ? 3_000 : false,
    queryFn: ({ pageParam, signal }) => api.get<Page>(importPath(of.id, '/rows'), { outcome, after: pageParam, limit: 50 }, signal),
    getNextPageParam: page => (page.next > 0 ? page.next : undefined),
  })
  const rows = data?.pages.flatMap(page => page.items) ?? []
  const title = t(`import.rowsOf.${outcome}`, { rows: formatCount(total) })
  if (rows.length === 0) return null
  return (
    <section className="card" aria-label={title}>
      <h2 className="card-title">{title}</h2>
      <div className="related-frame" tabIndex={0} role="region" aria-label={title}>
        <table className="plain import-rows">
          <thead><tr><th scope="col" className="number">{t('import.line')}</th><th scope="col">{t('import.record')}</th><th scope="col">{t(outcome === 'refused' || outcome === 'kept' || outcome === 'skipped' ? 'import.reason' : 'import.changes')}</th></tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${row.line} ${index}`}>
                <td className="number" data-label={t('import.line')}>{row.line}</td>
                <td>{row.record && row.type === type.name ? <Link to={`${type.route}/${row.record}`}>{row.title}</Link> : row.title ?? firstCells(row)}</td>
                <td><RowReasons row={row} type={type} /><RowChanges row={row} type={type} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('import.more')}</Button>}
    </section>
  )
}

const firstCells = (row: ImportRow) => (row.cells ?? []).filter(cell => cell.trim() !== '').slice(0, 3).join(' · ')
