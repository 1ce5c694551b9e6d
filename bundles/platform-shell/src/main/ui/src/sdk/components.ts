import type * as Declared from '@tenon/sdk/components'
import { FieldView as View } from '../records/fields/FieldView'
import { MemberPicker as Members, MoneyInput as Amount, ReferencePicker as References } from './pickers'
import { RecordForm as Form } from './RecordForm'
import { RecordList as List } from './RecordList'
import '../styles/rest'

/** What `@tenon/sdk/components` is at run time; the compiler holds it against what plugins are told. */
export const RecordList: typeof Declared.RecordList = List
export const RecordForm: typeof Declared.RecordForm = Form
export const ReferencePicker: typeof Declared.ReferencePicker = References
export const MemberPicker: typeof Declared.MemberPicker = Members
export const MoneyInput: typeof Declared.MoneyInput = Amount
export const FieldView = View as typeof Declared.FieldView
