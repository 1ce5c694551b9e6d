import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { FilledSheet } from '../../settings/FilledSheet'
import '../../settings/settings.css'
import { useFilled } from '../../settings/templates'
import '../../styles/rest'
import { useTitle } from '../../util/useTitle'

/** A record on a print template, in a window of its own: nothing but the sheet, and the way to the printer. */
export function PrintPage() {
  const { t } = useTranslation()
  const { template = '', record = '' } = useParams()
  const { data, error, refetch } = useFilled(template, record)
  useTitle(data?.title ?? t('template.print'))
  return (
    <main className="print-page">
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <>
          <div className="print-actions"><Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>{t('settings.print')}</Button></div>
          <FilledSheet filled={data} />
        </>
      )}
    </main>
  )
}
