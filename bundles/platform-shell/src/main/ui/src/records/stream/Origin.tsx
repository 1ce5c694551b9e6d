import { useTranslation } from 'react-i18next'

/** Says that an entry comes from a record that was merged into this one. */
export function Origin({ from }: { from: { id: string | null; title: string } }) {
  const { t } = useTranslation()
  return <span className="meta"> · {from.id ? t('timeline.from', { title: from.title }) : t('timeline.fromHidden')}</span>
}
