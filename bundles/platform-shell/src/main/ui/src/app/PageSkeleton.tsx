import { Skeleton } from 'antd'

/** Stands for a page while it loads; appears after 100 ms. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return <div className="late page-skeleton" aria-hidden="true"><Skeleton active title paragraph={{ rows }} /></div>
}
