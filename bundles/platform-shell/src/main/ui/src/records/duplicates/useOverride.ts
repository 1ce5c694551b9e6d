import { isProblem, useShell } from '@tenon/sdk'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { blocked } from './hits'

/** Asks a member who may override rules about duplicates whether to; false for everyone else, and for other refusals. */
export function useOverride(): (error: unknown) => Promise<boolean> {
  const { t } = useTranslation()
  const { can } = useShell()
  const { modal } = App.useApp()
  return async error => {
    if (!blocked(error) || !can('records:duplicatesOverride')) return false
    return modal.confirm({
      title: t('duplicates.overrideTitle'), okText: t('duplicates.override'), cancelText: t('duplicates.fix'),
      content: `${isProblem(error) ? error.errors.map(each => each.message).join(' ') : ''} ${t('duplicates.overrideText')}`,
    })
  }
}
