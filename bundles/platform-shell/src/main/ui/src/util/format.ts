import { dayAt, type Money } from '@tenon/sdk'
import { currentSettings } from '../app/settings'

const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  let known = formats.get(key)
  if (!known) formats.set(key, known = new Intl.DateTimeFormat(language, options))
  return known
}

/** A day as `2026-11-23`, written in the language. */
export function formatDate(date: string, language: string): string {
  const parsed = new Date(`${date}T00:00:00`)
  if (Number.isNaN(parsed.getTime())) return date
  return format(language, language === 'en' ? { year: 'numeric', month: 'short', day: 'numeric' } : { year: 'numeric', month: '2-digit', day: '2-digit' }).format(parsed)
}

/** An instant in the member's own zone, to the minute; without the year where that goes without saying. */
export function formatInstant(instant: string, language: string, withYear = true): string {
  const parsed = new Date(instant)
  if (Number.isNaN(parsed.getTime())) return instant
  const day: Intl.DateTimeFormatOptions = language === 'en' ? { month: 'short', day: 'numeric' } : { month: '2-digit', day: '2-digit' }
  return format(language, { ...(withYear && { year: 'numeric' }), ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: currentSettings().timeZone }).format(parsed)
}

/** Relative within a week ("3 hours ago"), else the exact time, without the year if it is the present one. */
export function formatAgo(instant: string, language: string, now = Date.now()): string {
  const passed = now - Date.parse(instant)
  if (!(passed >= -DAY && passed < 7 * DAY)) {
    return formatInstant(instant, language, yearAt(instant) !== yearAt(new Date(now).toISOString()))
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (Math.abs(passed) < 60_000) return relative.format(0, 'second')
  if (Math.abs(passed) < 3_600_000) return relative.format(-Math.round(passed / 60_000), 'minute')
  if (Math.abs(passed) < DAY) return relative.format(-Math.round(passed / 3_600_000), 'hour')
  return relative.format(-Math.round(passed / DAY), 'day')
}

const yearAt = (instant: string) => dayAt(instant, currentSettings().timeZone).slice(0, 4)

/** The day it is where the member is. */
export const today = () => dayAt(new Date().toISOString(), currentSettings().timeZone)

/** A decimal as the server writes it, thousands separated, no digit changed but trailing zeros beyond two places. */
export function formatDecimal(text: string, places = 0): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return text
  const fraction = (match[3] ?? '').replace(/0+$/, '').padEnd(places, '0')
  const whole = match[2]!.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return match[1] + whole + (fraction && `.${fraction}`)
}

export const formatMoney = ({ amount, currency }: Money) => `${formatDecimal(amount, 2)} ${currency}`

/** A count, thousands separated. */
export const formatCount = (count: number) => formatDecimal(String(count))

/** A count that stops at the cap: `10,000+`. */
export function formatTotal({ count, capped }: { count: number; capped: boolean }): string {
  return formatCount(count) + (capped ? '+' : '')
}
