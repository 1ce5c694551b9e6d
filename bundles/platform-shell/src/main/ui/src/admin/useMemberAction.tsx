import { api, isProblem, keys, type RecordData, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { titleOf } from '../records/titleOf'

const MEMBER = 'identity.member'

/** Those have texts of their own here and are not offered a second time. */
export const MEMBER_ACTIONS = ['leave', 'rejoin', 'reset-password', 'resetPassword']

/** A member's own actions, for the ⋯ of the record. Leaving and coming back exclude each other. */
export function memberActions(type: RecordType, record: RecordData, t: (key: string) => string) {
  const may = (action: string) => [...type.can, ...(record._can ?? [])].some(known => known === action)
  if (type.name !== MEMBER || record.deletedAt || !may('update')) return []
  const away = record.status === 'left' || record.active === false || (record.leftAt !== null && record.leftAt !== undefined)
  return [
    { key: 'member:reset-password', label: t('member.resetPassword') },
    away ? { key: 'member:rejoin', label: t('member.rejoin') } : { key: 'member:leave', label: t('member.leave'), danger: true },
  ]
}

/** Asks, does it, and shows a new password once. @param left what follows once the member has left */
export function useMemberAction(type: RecordType, record: RecordData, left: () => void): (action: string) => void {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const names: Record<string, string> = { 'reset-password': 'resetPassword', leave: 'leave', rejoin: 'rejoin' }

  return action => {
    const name = names[action] ?? action
    modal.confirm({
      title: t(`member.${name}Title`, { name: titleOf(record, type) }), content: t(`member.${name}Text`),
      okText: t(`member.${name}`), cancelText: t('action.cancel'), okButtonProps: { danger: action === 'leave' },
      onOk: async () => {
        try {
          const answer = await api.post<{ password?: string } | undefined>(`${type.path}/${record.id}/${action}`)
          await client.invalidateQueries({ queryKey: keys.all(type.name) })
          if (answer?.password) {
            modal.info({
              title: t('member.passwordTitle'), okText: t('action.close'),
              content: <><p>{t('member.passwordText')}</p><Typography.Text code copyable>{answer.password}</Typography.Text></>,
            })
          } else {
            message.success(t('record.actionDone'))
            if (action === 'leave') left()
          }
        } catch (error) {
          message.error(isProblem(error) ? error.message : t('broken.other.title'))
        }
      },
    })
  }
}
