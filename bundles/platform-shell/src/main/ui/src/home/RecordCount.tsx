import { useRecords, useRecordType, type RecordWidget } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Broken } from '../app/Broken'
import { formatTotal } from '../util/format'
import { listPath } from './listPath'

/** How many records there are, and the way to them. */
export function RecordCount({ widget }: { widget: RecordWidget }) {
  const { t } = useTranslation()
  const { data: type } = useRecordType(widget.type)
  const { data: page, error, refetch } = useRecords(type, { filter: widget.filter, limit: 1, fields: type && [type.titleField], total: true })
  if (error && !page) return <Broken error={error} retry={() => void refetch()} />
  if (!type || !page?.total) return <p className="home-count">&nbsp;</p>
  return <p className="home-count number"><Link to={listPath(type, widget)} aria-label={`${formatTotal(page.total)}, ${t('home.showAll')}`}>{formatTotal(page.total)}</Link></p>
}
