import { useQuery } from '@tanstack/react-query'
import { onSignedOut } from '@tenon/sdk'
import { lazy, Suspense, useEffect } from 'react'
import { Broken } from '../app/Broken'
import { Workspace } from '../app/Workspace'
import { askAgain } from './again'
import { loadSession, SESSION } from './session'

const SignIn = lazy(() => import('./SignIn').then(module => ({ default: module.SignIn })))
const NewPassword = lazy(() => import('./NewPassword').then(module => ({ default: module.NewPassword })))

/** Sign-in form, forced password change, or the workspace. */
export function SessionGate() {
  const { data: session, error, refetch } = useQuery({ queryKey: SESSION, queryFn: loadSession, staleTime: Infinity })
  useEffect(() => onSignedOut(askAgain), [])

  if (error) return <main className="gate"><Broken error={error} retry={() => void refetch()} /></main>
  if (!session) return null
  if (session.member && !session.mustChangePassword) return <Workspace session={session} />
  return <Suspense fallback={null}>{session.member ? <NewPassword member={session.member} /> : <SignIn />}</Suspense>
}
