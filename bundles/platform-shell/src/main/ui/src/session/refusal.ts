import { isProblem } from '@tenon/sdk'
import type { TFunction } from 'i18next'

/** Why one was not signed in, in words. */
export function refusal(error: unknown, t: TFunction): string {
  if (isProblem(error, 401)) return t('signIn.wrong')
  if (isProblem(error, 429)) return t('signIn.tooOften', { count: error.retryAfter ?? 60, seconds: error.retryAfter ?? 60 })
  if (isProblem(error, 503)) return t('broken.away.title')
  if (isProblem(error, 0)) return t('broken.offline.title')
  return isProblem(error) ? error.message : t('broken.other.title')
}
