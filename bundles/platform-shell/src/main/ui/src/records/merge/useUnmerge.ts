import { isProblem, type RecordType } from '@tenon/sdk'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { keptCount, useMergeActions } from './useMerge'

/** Asks, then takes a merge back and says what stayed. */
export function useUnmerge(type: RecordType): (id: string) => void {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const { undo } = useMergeActions(type)
  return id => void modal.confirm({
    title: t('merge.undoTitle'), content: t('merge.undoText'), okText: t('merge.undo'), cancelText: t('merge.cancel'),
    onOk: async () => {
      try {
        const { state, report } = await undo(id)
        const kept = keptCount(report)
        message.success(state === 'undoing' ? t('merge.undoing') : kept > 0 ? t('merge.undoneKept', { count: kept }) : t('merge.undone'))
      } catch (error) {
        message.error(isProblem(error) ? error.message : t('broken.other.title'))
      }
    },
  })
}
