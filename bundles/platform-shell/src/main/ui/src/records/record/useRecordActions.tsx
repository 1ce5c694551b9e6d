import { api, isProblem, keys, type RecordData, type RecordType } from '@tenon/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App, type MenuProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { MEMBER_ACTIONS, memberActions, useMemberAction } from '../../admin/useMemberAction'
import { useToast } from '../../app/useToast'
import { SharingDialog } from '../access/SharingDialog'
import { AssignOne } from '../bulk/AssignOne'
import { HandOverDialog } from '../bulk/HandOverDialog'
import { useTemplateActions } from '../templates/useTemplateActions'
import { titleOf } from '../titleOf'
import { AccessDialog } from './AccessDialog'

interface Actions { items: NonNullable<MenuProps['items']>; run: (key: string) => void; dialogs: ReactNode }

/** What can be done with a record beside editing it. */
export function useRecordActions(type: RecordType, record: RecordData): Actions {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const toast = useToast()
  const [access, setAccess] = useState(false)
  const [sharing, setSharing] = useState(false)
  const [handOver, setHandOver] = useState(false)
  const [owner, setOwner] = useState(false)
  const memberAction = useMemberAction(type, record, () => setHandOver(true))
  const templates = useTemplateActions(type, record)
  const can = record._can ?? type.can
  const refresh = () => client.invalidateQueries({ queryKey: keys.all(type.name) })

  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      message.success(t(done))
      await refresh()
      return true
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('broken.other.title'))
      return false
    }
  }
  const restore = () => attempt(() => api.post(`${type.path}/${record.id}/restore`), 'record.restored')
  const remove = async () => {
    try {
      await api.delete(`${type.path}/${record.id}`)
    } catch (error) {
      message.error(isProblem(error) ? error.message : t('broken.other.title'))
      return
    }
    await navigate(type.route)
    void refresh()
    toast(t('record.deletedOne', { title: titleOf(record, type) }), restore)
  }

  const items: NonNullable<MenuProps['items']> = [
    ...(record.deletedAt ? [] : type.actions.filter(action => type.name !== 'identity.member' || !MEMBER_ACTIONS.includes(action.name)).map(action => ({ key: `action:${action.name}`, label: action.label }))),
    ...memberActions(type, record, t),
    ...(type.name === 'identity.member' && !record.deletedAt ? [{ key: 'handOver', label: t('transfer.open') }] : []),
    ...(type.owned && !record.deletedAt && can.includes('update') ? [{ key: 'owner', label: t('transfer.one') }] : []),
    ...(type.owned && !record.deletedAt ? [{ key: 'sharing', label: t('sharing.open') }] : []),
    ...templates.items,
    { key: 'access', label: t('access.open') },
    ...(record.deletedAt
      ? [{ key: 'restore', label: t('action.restore') }]
      : can.includes('delete') ? [{ type: 'divider' as const }, { key: 'delete', danger: true, label: t('action.delete') }] : []),
  ]
  const run = (key: string) => {
    if (templates.run(key)) return
    if (key === 'access') setAccess(true)
    else if (key === 'sharing') setSharing(true)
    else if (key === 'handOver') setHandOver(true)
    else if (key === 'owner') setOwner(true)
    else if (key === 'delete') void remove()
    else if (key === 'restore') void restore()
    else if (key.startsWith('member:')) memberAction(key.slice('member:'.length))
    else void attempt(() => api.post(`${type.path}/${record.id}/${key.slice('action:'.length)}`), 'record.actionDone')
  }
  const dialogs = (
    <>
      {access && <AccessDialog type={type} record={record} close={() => setAccess(false)} />}
      {sharing && <SharingDialog type={type} record={record} close={() => setSharing(false)} />}
      {handOver && <HandOverDialog member={record.id} name={titleOf(record, type)} close={() => setHandOver(false)} />}
      {owner && <AssignOne type={type} record={record} close={() => setOwner(false)} />}
      {templates.dialog}
    </>
  )
  return { items, run, dialogs }
}
