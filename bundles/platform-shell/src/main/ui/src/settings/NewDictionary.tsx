import { useQueryClient } from '@tanstack/react-query'
import { api, isProblem } from '@tenon/sdk'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DictionaryForm } from './dictionaries'

/** Asks what a new dictionary is called. */
export function NewDictionary({ close, made }: { close: () => void; made: (name: string) => void }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [label, setLabel] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const save = async () => {
    try {
      const form = await api.post<DictionaryForm>('/api/records/dictionaries', { name, version: 0, labels: { [i18n.language]: label }, items: [] })
      await client.invalidateQueries({ queryKey: ['settings', 'dictionaries'] })
      made(form.name)
    } catch (problem) {
      setRefusal(isProblem(problem) ? problem.message : t('broken.other.title'))
    }
  }
  return (
    <Modal open title={t('settings.newDictionary')} okText={t('action.save')} cancelText={t('action.cancel')} onCancel={close} onOk={() => void save()}
      okButtonProps={{ disabled: name === '' || label.trim() === '' }}>
      <div className="stacked">
        {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
        <label htmlFor="dictionary-label">{t('settings.name')}</label>
        <Input id="dictionary-label" autoFocus value={label} maxLength={120} onChange={event => setLabel(event.target.value)} />
        <label htmlFor="dictionary-name">{t('settings.key')}</label>
        <Input id="dictionary-name" value={name} maxLength={60} onChange={event => setName(event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, ''))} />
        <p className="meta">{t('settings.keyHelp')}</p>
      </div>
    </Modal>
  )
}
