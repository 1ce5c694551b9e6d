import { target, type Field } from '@tenon/sdk'

/** Whether a list can be divided by the field; what the server takes. */
export const canGroup = (field: Field): boolean => (!field.custom || field.filter) && field.access !== 'masked' && field.name !== 'deletedAt'
  && (target(field) !== null || field.type === 'choice' || field.type === 'boolean' || field.type === 'region' || field.type === 'date' || field.type === 'dateTime')
