import type { FieldValue } from '@tenon/sdk'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../../records/fields/FieldInput'
import { DraftChoices } from './DraftChoices'
import { draftField, isChoice, labelOf, STANDING, type Draft } from './definitions'

interface Props { draft: Draft; language: string; invalid: boolean; change: (initial: FieldValue) => void }

/** What a new record gets: the field's own editor, or the moment of writing and whoever writes. */
export function DefaultInput({ draft, language, invalid, change }: Props) {
  const { t } = useTranslation()
  const word = STANDING[draft.kind]
  const standing = word !== undefined && draft.initial === word
  const value = standing ? null : (draft.initial ?? null) as FieldValue
  const field = { ...draftField(draft, t('define.initial'), labelOf(draft.help, language)), name: 'initial', required: false }
  return (
    <div className="field" key={draft.kind}>
      <label htmlFor="define-initial" id="define-initial-label">{t('define.initial')}</label>
      {!standing && (isChoice(draft.kind) ? <DraftChoices id="define-initial" draft={draft} language={language} value={value as string | string[] | null} change={change} />
        : <FieldInput id="define-initial" field={field} value={value} invalid={invalid} onChange={next => change(next === '' ? null : next)} />)}
      {word && <Checkbox checked={standing} onChange={event => change(event.target.checked ? word : null)}>{t(`define.initial.${word}`)}</Checkbox>}
    </div>
  )
}
