import type { RecordData, RecordType } from '@tenon/sdk'
import type { MenuProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTemplatesOf, type Template } from '../../settings/templates'
import { ComposeDialog } from './ComposeDialog'

const PRINT = 'print:'
const COMPOSE = 'compose:'

interface Actions { items: NonNullable<MenuProps['items']>; run: (key: string) => boolean; dialog: ReactNode }

/** What can be made of a record with the templates of its type; nothing where there are none. */
export function useTemplateActions(type: RecordType, record: RecordData): Actions {
  const { t } = useTranslation()
  const { data: templates = [] } = useTemplatesOf(type.name)
  const [composing, setComposing] = useState<Template | null>(null)
  const entries = (prefix: string, prints: boolean) => templates.filter(template => (template.sort === 'print') === prints).map(({ id, name }) => ({ key: prefix + id, label: name }))
  const prints = entries(PRINT, true)
  const composes = entries(COMPOSE, false)
  const items: Actions['items'] = record.deletedAt ? [] : [
    ...(prints.length > 0 ? [{ key: 'prints', label: t('template.print'), children: prints }] : []),
    ...(composes.length > 0 ? [{ key: 'composes', label: t('template.compose'), children: composes }] : []),
  ]
  const run = (key: string) => {
    if (key.startsWith(PRINT)) window.open(`/print/${key.slice(PRINT.length)}/${record.id}`, '_blank', 'noopener')
    else if (key.startsWith(COMPOSE)) setComposing(templates.find(({ id }) => id === key.slice(COMPOSE.length)) ?? null)
    else return false
    return true
  }
  return { items, run, dialog: composing && <ComposeDialog type={type} record={record} template={composing} close={() => setComposing(null)} /> }
}
