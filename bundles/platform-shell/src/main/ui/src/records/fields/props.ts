import type { Field, FieldValue } from '@tenon/sdk'

export interface InputProps<V extends FieldValue = FieldValue> {
  field: Field
  id: string
  value: V
  onChange: (value: FieldValue) => void
  /** The server's readable text of the value, while it is unchanged. */
  label?: string | string[]
  invalid?: boolean
  /** The name where no label element names it. */
  ariaLabel?: string
  describedBy?: string
  autoFocus?: boolean
}

/** What every input gets: its id, its description, and whether it is wrong. */
export function common({ id, field, invalid, describedBy, autoFocus, ariaLabel }: InputProps) {
  return {
    id, autoFocus,
    status: invalid ? ('error' as const) : undefined,
    'aria-label': ariaLabel,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': field.required || undefined,
  }
}
