import type { Field, FieldValue, Money } from '@tenon/sdk'
import type { PickerProps } from '@tenon/sdk/components'
import { useId } from 'react'
import { MoneyInput as MoneyField } from '../records/fields/MoneyInput'
import { ReferenceInput } from '../records/fields/ReferenceInput'

/** A record found by the beginning of its title. */
export function ReferencePicker({ type, ...props }: PickerProps<string> & { type: string }) {
  return <ReferenceInput {...useInput(props, 'reference')} type={type} value={props.value} />
}

/** A member found by the beginning of the name. */
export function MemberPicker(props: PickerProps<string>) {
  return <ReferencePicker {...props} type="identity.member" />
}

/** An amount and its currency. */
export function MoneyInput(props: PickerProps<Money>) {
  return <MoneyField {...useInput(props, 'money')} value={props.value} />
}

/** An input of our forms wants a field; outside a form its name and whether it is required are all that counts. */
function useInput<V>({ label, onChange, id, required = false }: PickerProps<V>, type: Field['type']) {
  const own = useId()
  const field: Field = {
    name: own, label, help: null, type, required, readOnly: false, max: null, min: null, scale: null, dictionary: null, reference: null, list: 0,
    filter: false, sortable: false, sensitive: false, section: null, access: 'write', sample: null,
  }
  return { field, id: id ?? own, ariaLabel: label, onChange: (value: FieldValue) => onChange((value ?? null) as V | null) }
}
