import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { Page } from '@tenon/sdk'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** Back and forth by key. */
export function Pager({ page, turn }: { page: Page; turn: (cursor: string | null) => void }) {
  const { t } = useTranslation()
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      <Button icon={<LeftOutlined aria-hidden />} disabled={!page.previous} onClick={() => turn(page.previous)}>{t('list.previous')}</Button>
      <Button icon={<RightOutlined aria-hidden />} iconPlacement="end" disabled={!page.next} onClick={() => turn(page.next)}>{t('list.next')}</Button>
    </nav>
  )
}
