import { useShell, type Field, type FieldValue, type KindValue, type Location, type Money, type TypedReference } from '@tenon/sdk'
import { Input, Switch } from 'antd'
import { PluginPart } from '../../plugins/PluginPart'
import { ChoiceInput } from './ChoiceInput'
import { DateInput } from './DateInput'
import { useInputId } from './ids'
import { FilesInput } from './FilesInput'
import { LocationInput } from './LocationInput'
import { KindRows } from './KindRows'
import { MoneyInput } from './MoneyInput'
import { NumberInput } from './NumberInput'
import { common, type InputProps } from './props'
import { ReferenceInput } from './ReferenceInput'
import { RegionInput } from './RegionInput'
import { RichTextInput } from './RichTextInput'
import { AnyReferenceInput } from './AnyReferenceInput'

type Props = Omit<InputProps, 'id'> & { id?: string }

/** The editor of a field, by its type or by the widget a plugin gives for it. */
export function FieldInput(given: Props) {
  const { contributions } = useShell()
  const inputId = useInputId()
  const props: InputProps = { ...given, id: given.id ?? inputId(given.field.name) }
  const { field, value, onChange } = props
  const [plugin, widget] = field.widget?.split('#') ?? []
  const entry = plugin ? contributions.plugins.find(known => known.id === plugin) : undefined
  if (entry?.entry && widget) {
    return <PluginPart plugin={entry} name={widget} part={module => module.fields?.[widget]} props={{ field, value, id: props.id, onChange }} />
  }

  switch (field.type) {
    case 'richText':
      return <RichTextInput {...props} value={value as string | null} />
    case 'longText':
      return <Input.TextArea {...common(props)} value={text(value)} autoSize={{ minRows: 3, maxRows: 16 }} maxLength={limit(field)} onChange={event => onChange(event.target.value)} />
    case 'number': case 'decimal':
      return <NumberInput {...props} />
    case 'money':
      return <MoneyInput {...props} value={value as Money | null} />
    case 'boolean':
      return <div><Switch id={props.id} checked={value === true} onChange={onChange} aria-describedby={props.describedBy} aria-labelledby={`${props.id}-label`} /></div>
    case 'date': case 'time': case 'dateTime':
      return <DateInput {...props} value={value as string | null} />
    case 'choice': case 'multiChoice': case 'tags':
      return <ChoiceInput {...props} value={value as string | string[] | null} />
    case 'location':
      return <LocationInput {...props} value={value as Location | null} />
    case 'files':
      return <FilesInput {...props} value={value as string[] | null} />
    case 'region':
      return <RegionInput {...props} value={value as string | null} />
    case 'phones': case 'emails':
      return <KindRows {...props} value={value as KindValue[] | null} />
    case 'reference':
      if (field.reference === '*' || field.reference?.includes(',')) return <AnyReferenceInput {...props} value={value as TypedReference | null} />
      return <ReferenceInput {...props} type={field.reference ?? ''} value={value as string | null} />
    case 'references':
      return <ReferenceInput {...props} type={field.reference ?? ''} multiple value={value as string[] | null} />
    case 'member':
      return <ReferenceInput {...props} type="identity.member" value={value as string | null} />
    case 'department':
      return <ReferenceInput {...props} type="identity.department" value={value as string | null} />
    default:
      return (
        <Input {...common(props)} value={text(value)} maxLength={limit(field)} type={INPUT_TYPES[field.type] ?? 'text'}
          placeholder={field.sample ?? undefined} onChange={event => onChange(event.target.value)} />
      )
  }
}

const INPUT_TYPES: Partial<Record<Field['type'], string>> = { email: 'email', phone: 'tel', url: 'url' }

const text = (value: FieldValue) => (typeof value === 'string' ? value : '')

const limit = (field: Field) => Number(field.max) || undefined
