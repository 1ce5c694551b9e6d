const PHONE_KINDS = ['mobile', 'office', 'home', 'fax', 'other']
const EMAIL_KINDS = ['work', 'personal', 'other']

export const kindsOf = (type: string) => (type === 'phones' ? PHONE_KINDS : EMAIL_KINDS)

/** The text of a kind: the shell's own for the usual ones, else as it is. */
export function kindLabel(kind: string | null | undefined, t: (key: string) => string): string {
  if (!kind) return t('kind.other')
  return PHONE_KINDS.includes(kind) || EMAIL_KINDS.includes(kind) ? t(`kind.${kind}`) : kind
}
