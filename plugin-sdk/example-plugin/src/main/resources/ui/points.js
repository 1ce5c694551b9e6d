import { createElement as h, useState } from 'react'
import { App, Button, Select } from 'antd'
import { api, isProblem, keys, useQuery, useQueryClient, useRecords, useRecordType, useShell, useTranslation } from '@tenon/sdk'

/** On a customer's page: the points, and spending them. */
export function Points({ record }) {
  const { t } = useTranslation('loyalty')
  const { can } = useShell()
  const client = useQueryClient()
  const path = `/api/loyalty/customers/${record.id}`
  const { data: account } = useQuery({ queryKey: [...keys.all('loyalty.account'), path], queryFn: ({ signal }) => api.get(path, {}, signal) })
  return h('div', { className: 'loyalty-tab' },
    h('p', null, h('strong', { className: 'loyalty-balance' }, account ? account.balance : '…'), ' ', t('points')),
    can('loyalty:redeem') && account && h(Redeem, { path, balance: account.balance, done: () => client.invalidateQueries({ queryKey: ['records'] }) }))
}

function Redeem({ path, balance, done }) {
  const { t } = useTranslation('loyalty')
  const { message } = App.useApp()
  const { data: type } = useRecordType('loyalty.reward')
  const { data: rewards } = useRecords(type, { sort: 'points', limit: 200 })
  const [reward, setReward] = useState()
  const [busy, setBusy] = useState(false)
  const redeem = async () => {
    setBusy(true)
    try {
      await api.post(`${path}/redeem`, { rewardId: reward })
      message.success(t('redeemed'))
      setReward(undefined)
      await done()
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('failed'))
    }
    setBusy(false)
  }
  const options = rewards?.items.filter(item => item.onOffer).map(item => ({ value: item.id, label: `${item.name} (${item.points})`, disabled: item.points > balance }))
  return h('div', { className: 'loyalty-redeem' },
    h(Select, { options, value: reward, onChange: setReward, placeholder: t('choose'), 'aria-label': t('choose') }),
    h(Button, { type: 'primary', disabled: !reward, loading: busy, onClick: () => void redeem() }, t('redeem')))
}
