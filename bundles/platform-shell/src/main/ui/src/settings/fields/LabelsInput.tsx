import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Texts } from './definitions'

interface Props { id: string; legend: string; texts: Texts; change: (texts: Texts) => void; invalid?: boolean; maxLength?: number; required?: boolean }

/** One text in three languages; those left empty are taken from the others. */
export function LabelsInput({ id, legend, texts, change, invalid, maxLength = 60, required = false }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className="labels-input">
      <legend>{legend}{required && <span className="required" aria-hidden="true"> *</span>}</legend>
      {LANGUAGES.map(language => (
        <Input key={language} id={`${id}-${language}`} lang={language} aria-label={`${legend} (${t(`define.language.${language}`)})`} prefix={<span className="meta">{t(`define.language.${language}`)}</span>}
          status={invalid ? 'error' : undefined} maxLength={maxLength} value={texts[language] ?? ''} onChange={event => change({ ...texts, [language]: event.target.value })} />
      ))}
    </fieldset>
  )
}
