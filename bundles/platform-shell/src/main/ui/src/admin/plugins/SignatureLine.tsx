import { useTranslation } from 'react-i18next'
import { Dot } from '../../records/fields/Dot'
import type { Signature } from './types'

const COLOURS = { valid: 'green', unsigned: 'grey', untrusted: 'amber', tampered: 'red' } as const

/** Who signed an archive; nothing for areas that came with the distribution. */
export function SignatureLine({ signature }: { signature?: Signature | null }) {
  const { t } = useTranslation()
  if (!signature) return null
  return <Dot color={COLOURS[signature.state]}>{t(`plugins.signature.${signature.state}`, { by: signature.by ?? '' })}</Dot>
}
