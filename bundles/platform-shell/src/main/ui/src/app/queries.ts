import { QueryClient } from '@tanstack/react-query'
import { isProblem } from '@tenon/sdk'

/** Asks again only where asking again can help: an area being exchanged, or a lost connection. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 3 && (isProblem(error, 503) || isProblem(error, 0)),
      retryDelay: (failures, error) => (isProblem(error) && error.retryAfter ? error.retryAfter * 1000 : 500 * 2 ** failures),
    },
  },
})
