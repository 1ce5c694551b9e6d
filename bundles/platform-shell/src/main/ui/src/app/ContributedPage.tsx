import { useRecordType, useRecordTypes, useShell } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { PluginPage } from '../plugins/PluginPage'
import { CreatePage } from '../records/CreatePage'
import { DuplicatesPage } from '../records/duplicates/DuplicatesPage'
import { ImportPage } from '../records/import/ImportPage'
import { ListPage } from '../records/list/ListPage'
import { MergePage } from '../records/merge/MergePage'
import { RecordPage } from '../records/record/RecordPage'
import { Boundary } from './Boundary'
import { Broken } from './Broken'
import { findRoute, type Found } from './routes'
import { PageSkeleton } from './PageSkeleton'
import '../styles/rest'

/** The page an area contributed for this path. */
export function ContributedPage() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { contributions } = useShell()
  const { data: types, error } = useRecordTypes()
  const found = findRoute(pathname, contributions.routes, types ?? [])
  const records = found?.kind === 'records' ? found : undefined
  const { data: type, error: typeError, refetch } = useRecordType(records?.type)

  if (found?.kind === 'page') return <PluginPage plugin={found.plugin} page={found.page} path={found.path} />
  const failure = records ? typeError : error
  if (failure) return <Broken error={failure} retry={() => void refetch()} />
  if (!types || (records && !type) || contributions.revision === 0) return <PageSkeleton />
  if (!records || !type) {
    return (
      <div className="broken" role="alert">
        <h1>{t('page.gone.title')}</h1>
        <p>{t('page.gone.text')}</p>
      </div>
    )
  }
  return <Boundary resetKey={pathname}><RecordsPlace key={placeKey(records)} found={records} type={type} /></Boundary>
}

const placeKey = (found: Found & { kind: 'records' }) => `${found.type} ${found.place} ${found.id ?? ''}`

function RecordsPlace({ found, type }: { found: Found & { kind: 'records' }; type: Parameters<typeof ListPage>[0]['type'] }) {
  if (found.place === 'new') return <CreatePage type={type} />
  if (found.place === 'import') return <ImportPage type={type} />
  if (found.place === 'duplicates') return <DuplicatesPage type={type} />
  if (found.place === 'merge') return <MergePage type={type} />
  if (found.id) return <RecordPage type={type} id={found.id} />
  return <ListPage type={type} />
}
