import { api, setCsrf, type Session } from '@tenon/sdk'
import { adoptSettings, changeSettings, type Language, type Settings } from '../app/settings'
import { queries } from '../app/queries'
import { dropDrafts } from '../records/form/drafts'

/** The language chosen on the sign-in page; it goes before the one the member chose earlier. */
let picked: Language | null = null

export const SESSION = ['session'] as const

/** Who is signed in; the answer also carries the token every later call needs. */
export async function loadSession(): Promise<Session> {
  return adopt(await api.get<Session>('/api/identity/session'))
}

export function adopt(session: Session): Session {
  setCsrf(session.member ? session.csrf : undefined)
  if (session.member) adoptSettings(session.member.locale, session.preferences, session.member.timeZone)
  return session
}

/** @throws Problem 401 for a wrong name or password, 429 after too many */
export const postSession = (login: string, password: string) => api.post<Session>('/api/identity/session', { login, password })

export async function signIn(login: string, password: string): Promise<void> {
  const session = await postSession(login, password)
  if (session.member && picked) session.member.locale = picked
  queries.clear()
  queries.setQueryData(SESSION, adopt(session))
  if (picked && !session.mustChangePassword) void api.put('/api/identity/session/preferences', { locale: picked }).catch(() => {})
  picked = null
}

export async function signOut(everywhere = false): Promise<void> {
  await api.delete('/api/identity/session', everywhere ? { everywhere: true } : {})
  showSignIn()
}

/** Forgets everything of the member; the page shows the sign-in form. */
export function showSignIn(): void {
  setCsrf(undefined)
  dropDrafts()
  queries.clear()
  queries.setQueryData(SESSION, { member: null })
}

/** Changes how the shell looks, here at once and for the member's next browser. Labels follow a new language, days a new zone. */
export async function changePreferences(change: Partial<Settings>, signedIn: boolean): Promise<void> {
  changeSettings(change)
  const { language, timeZone, ...rest } = change
  const zoneToo = 'timeZone' in change
  if (language && !signedIn) picked = language
  if (signedIn) {
    await api.put('/api/identity/session/preferences', { ...rest, ...(language && { locale: language }), ...(zoneToo && { timeZone: timeZone ?? '' }) })
    const known = queries.getQueryData<Session>(SESSION)
    if (known?.member) {
      queries.setQueryData<Session>(SESSION, {
        ...known,
        member: { ...known.member, ...(language && { locale: language }), ...(zoneToo && { timeZone: timeZone ?? null }) },
        preferences: { ...known.preferences, ...rest },
      })
    }
  }
  if (language || zoneToo) await queries.invalidateQueries({ predicate: query => query.queryKey[0] !== SESSION[0] })
}
