import { DisconnectOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useLineLost } from '../app/line'

/** Says that the server is out of reach, and that nothing entered is lost. */
export function LineBar() {
  const { t } = useTranslation()
  const lost = useLineLost()
  return <div className="line-bar" role="status">{lost && <><DisconnectOutlined aria-hidden /> {t('line.lost')}</>}</div>
}
