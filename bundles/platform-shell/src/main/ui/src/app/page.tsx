import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { Broken } from './Broken'
import { PageSkeleton } from './PageSkeleton'

/** A page that is fetched when it is first asked for; one that does not arrive can be asked for again. @param name of the component in its module */
export function page<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N): ComponentType {
  return function Page() {
    const { data, error, refetch } = useQuery({
      queryKey: ['page', name], staleTime: Infinity, gcTime: Infinity, retry: false, networkMode: 'always',
      queryFn: async (): Promise<{ render: ComponentType }> => ({ render: (await load())[name] }),
    })
    if (error) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>
    return data ? <data.render /> : <PageSkeleton />
  }
}
