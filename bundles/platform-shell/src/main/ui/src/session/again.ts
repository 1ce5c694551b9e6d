import { setCsrf } from '@tenon/sdk'
import { useSyncExternalStore } from 'react'
import { queries } from '../app/queries'
import { adopt, loadSession, postSession, SESSION, showSignIn } from './session'
import type { Session } from '@tenon/sdk'

/** Signing in again in place: the session has ended, the page and what was entered on it stay. */

interface Asked { answer: Promise<boolean>; settle: (again: boolean) => void }

let asked: Asked | null = null
const listeners = new Set<() => void>()
const tabs = new BroadcastChannel('tenon-session')

const tell = () => listeners.forEach(listener => listener())
const member = () => queries.getQueryData<Session>(SESSION)?.member

function settle(again: boolean): void {
  asked?.settle(again)
  asked = null
  tell()
}

/** Asks for the password over the page. @returns whether the same member is signed in again; all who ask meanwhile get the same answer */
export function askAgain(): Promise<boolean> {
  if (!member()) return Promise.resolve(false)
  if (!asked) {
    let settled: (again: boolean) => void = () => {}
    const answer = new Promise<boolean>(resolve => { settled = resolve })
    asked = { answer, settle: settled }
    tell()
  }
  return asked.answer
}

/** @throws Problem 401 for a wrong password, 429 after too many */
export async function signInAgain(password: string): Promise<void> {
  take(await postSession(member()!.login, password))
  tabs.postMessage('signed in')
}

/** Gives the page up for the sign-in form. */
export function leavePage(): void {
  settle(false)
  showSignIn()
}

function take(session: Session): void {
  queries.setQueryData(SESSION, adopt(session))
  settle(true)
  void queries.invalidateQueries({ predicate: query => query.queryKey[0] !== SESSION[0] })
}

/** Another tab of this browser has signed in: its session is ours too, unless it is somebody else's. */
async function follow(): Promise<void> {
  const before = member()?.id
  const session = await loadSession()
  if (!before || session.member?.id === before) return take(session)
  setCsrf(undefined)
  location.reload()
}

tabs.addEventListener('message', () => void follow())

export function useAskedAgain(): boolean {
  return useSyncExternalStore(
    listener => { listeners.add(listener); return () => listeners.delete(listener) },
    () => asked !== null,
  )
}
