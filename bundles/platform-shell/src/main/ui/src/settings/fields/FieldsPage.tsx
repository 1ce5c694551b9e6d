import { useRecordType, useRecordTypes, useShell } from '@tenon/sdk'
import { Select, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { useTitle } from '../../util/useTitle'
import { FieldList } from './FieldList'
import { LayoutEditor } from './LayoutEditor'
import '../../styles/fields.css'
import '../../styles/rest'

/** The fields and the form of each record type. */
export function FieldsPage() {
  const { t } = useTranslation()
  const { language } = useShell()
  const [params, setParams] = useSearchParams()
  const { data: types, error, refetch } = useRecordTypes()
  const name = params.get('type') ?? types?.find(type => type.area !== 'identity')?.name ?? types?.[0]?.name
  const { data: type, error: typeError } = useRecordType(name)
  useTitle(t('define.title'))
  if (error ?? typeError) return <Broken error={error ?? typeError} retry={() => void refetch()} />
  if (!types || !type) return <PageSkeleton />
  const go = (part: Record<string, string>) => setParams({ type: type.name, tab: params.get('tab') ?? 'fields', ...part }, { replace: true })
  return (
    <div className="page">
      <div className="define-header">
        <h1>{t('define.title')}</h1>
        <Select aria-label={t('define.type')} value={type.name} options={types.map(one => ({ value: one.name, label: one.plural }))} showSearch={{ optionFilterProp: 'label' }} onChange={next => go({ type: next })} />
      </div>
      <Tabs activeKey={params.get('tab') ?? 'fields'} onChange={tab => go({ tab })} destroyOnHidden items={[
        { key: 'fields', label: t('define.tab.fields'), children: <FieldList key={type.name} type={type} types={types} language={language} /> },
        { key: 'form', label: t('define.tab.form'), children: <LayoutEditor key={type.name} type={type} /> },
      ]} />
    </div>
  )
}
