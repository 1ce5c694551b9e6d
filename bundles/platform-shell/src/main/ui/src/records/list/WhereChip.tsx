import { CloseOutlined } from '@ant-design/icons'
import type { Condition } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'

/** The part of a condition that no single chip can show: click to edit, × to drop. */
export function WhereChip({ where, open, drop }: { where: Condition; open: () => void; drop: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="chip">
      <button type="button" aria-haspopup="dialog" onClick={open}><span className="chip-field">{t('builder.chip')}</span> {t('builder.tests', { count: tests(where) })}</button>
      <button type="button" className="chip-drop" aria-label={t('filter.drop', { field: t('builder.chip') })} onClick={drop}><CloseOutlined aria-hidden /></button>
    </span>
  )
}

function tests(condition: Condition): number {
  if ('and' in condition) return condition.and.reduce((sum, part) => sum + tests(part), 0)
  if ('or' in condition) return condition.or.reduce((sum, part) => sum + tests(part), 0)
  if ('!' in condition) return tests(Array.isArray(condition['!']) ? condition['!'][0] : condition['!'])
  return 1
}
