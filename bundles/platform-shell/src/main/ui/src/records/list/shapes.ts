import type { Field, RecordType } from '@tenon/sdk'
import { canStand } from '../board/lanes'
import { canGroup } from '../views/grouping'
import type { Shape } from './useListState'

const isDay = (field: Field) => field.type === 'date' || field.type === 'dateTime'

/** The fields by which a list of this shape can be divided. */
export function fieldsFor(type: RecordType, shape: Shape | null): Field[] {
  const fields = type.fields.filter(canGroup)
  return shape === 'board' ? fields.filter(canStand) : shape === 'calendar' ? fields.filter(isDay) : fields
}
