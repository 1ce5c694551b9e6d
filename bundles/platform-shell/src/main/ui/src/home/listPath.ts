import type { RecordType, RecordWidget } from '@tenon/sdk'

/** The list that shows all of a widget's records, whatever view the member's list begins with. */
export function listPath(type: RecordType, widget: RecordWidget): string {
  const params = new URLSearchParams({ view: 'all' })
  if (widget.filter) params.set('where', JSON.stringify(widget.filter))
  if (widget.sort) params.set('sort', widget.sort)
  return `${type.route}?${params}`
}
