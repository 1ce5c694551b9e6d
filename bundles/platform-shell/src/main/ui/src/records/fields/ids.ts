export const inputId = (field: string) => `field-${field}`
