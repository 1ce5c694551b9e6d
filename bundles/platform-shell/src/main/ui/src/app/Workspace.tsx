import { ShellContext, type Session } from '@tenon/sdk'
import { RouterProvider } from 'react-router'
import { SignInAgain } from '../session/SignInAgain'
import { useLive } from '../live/useLive'
import { Broken } from './Broken'
import { queries } from './queries'
import { useNotes } from './remembered'
import { router } from './router'
import { CONTRIBUTIONS, useShellState } from './useShellState'

/** Everything a signed-in member sees. */
export function Workspace({ session }: { session: Session }) {
  const { shell, ready, error } = useShellState(session)
  useNotes()
  useLive()
  if (error && !ready) {
    return <main className="gate"><Broken error={error} retry={() => void queries.invalidateQueries({ queryKey: CONTRIBUTIONS })} /></main>
  }
  return (
    <ShellContext value={shell}>
      <RouterProvider router={router} />
      <SignInAgain />
    </ShellContext>
  )
}
