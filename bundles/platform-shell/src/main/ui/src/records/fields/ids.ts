import { createContext, useContext } from 'react'

/** What the ids of a form's inputs begin with; a form over another one has its own. */
export const FieldPrefix = createContext('field-')

/** The id of the input of a field. */
export function useInputId(): (field: string) => string {
  const prefix = useContext(FieldPrefix)
  return field => prefix + field
}
