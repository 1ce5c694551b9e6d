/** Comes with an address that leads to a record in order to edit it. */
export const EDIT = { edit: true }

export const wantsEdit = (state: unknown): boolean => (state as { edit?: boolean } | null)?.edit === true
