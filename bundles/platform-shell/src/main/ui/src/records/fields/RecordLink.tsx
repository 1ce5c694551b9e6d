import { useRecordTypes } from '@tenon/sdk'
import { Link } from 'react-router'

interface Props { type: string; id: string; title?: string }

/** A reference as a chip that shows its record's card; plain text while its area is not installed, or hidden from the member. */
export function RecordLink({ type, id, title }: Props) {
  const { data: types } = useRecordTypes()
  const route = types?.find(known => known.name === type)?.route
  return route ? <Link to={`${route}/${id}`} className="record-chip" data-card={`${type} ${id}`}>{title ?? id}</Link> : <span>{title ?? id}</span>
}
