import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Broken } from '../../app/Broken'
import type { InputProps } from './props'

/** The editor of formatted text, which comes with the first one that is opened; one that does not arrive can be asked for again. */
export function RichTextInput(props: InputProps<string | null>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['part', 'richTextEditor'], staleTime: Infinity, gcTime: Infinity, retry: false, networkMode: 'always',
    queryFn: async () => ({ Editor: (await import('./richText/RichTextEditor')).RichTextEditor }),
  })
  if (error) return <Broken error={error} retry={() => void refetch()} />
  return data ? <data.Editor {...props} /> : <Skeleton.Node active className="rich-text-waits" />
}
