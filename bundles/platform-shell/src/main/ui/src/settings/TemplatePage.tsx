import { useRecordTypes } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Broken } from '../app/Broken'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTitle } from '../util/useTitle'
import '../styles/rest'
import { TemplateEditor } from './TemplateEditor'
import { blank, useTemplates } from './templates'

/** One template, new or known. */
export function TemplatePage() {
  const { t } = useTranslation()
  const { id = 'new' } = useParams()
  const { data, error, refetch } = useTemplates()
  const { data: types } = useRecordTypes()
  const template = id === 'new' ? types && blank(types[0]?.name ?? '') : data?.find(one => one.id === id)
  useTitle(template?.name || t('settings.newTemplate'))
  return (
    <div className="page">
      <p className="crumb"><Link to="/settings/templates">{t('settings.templates')}</Link></p>
      <h1>{template?.name || t('settings.newTemplate')}</h1>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {(!template || !types) && !error && <PageSkeleton />}
      {template && types && <TemplateEditor key={`${template.id} ${template.version}`} template={template} types={types} />}
    </div>
  )
}
