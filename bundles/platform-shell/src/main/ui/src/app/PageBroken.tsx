import { useLocation, useNavigate, useRouteError } from 'react-router'
import { Broken } from './Broken'

/** In the place of a page that could not be drawn; the frame around it stays. */
export function PageBroken() {
  const error = useRouteError()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return <div className="page"><Broken error={error} retry={() => void navigate(pathname + search, { replace: true })} /></div>
}
