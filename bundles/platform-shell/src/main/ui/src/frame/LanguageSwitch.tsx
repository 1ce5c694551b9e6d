import { LANGUAGES, useSettings, type Language } from '../app/settings'
import { changePreferences } from '../session/session'

export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' }

/** The three languages, each in its own words, before anybody is signed in. */
export function LanguageSwitch() {
  const { language } = useSettings()
  return (
    <div className="language-switch" role="group" aria-label="Language">
      {LANGUAGES.map(name => (
        <button key={name} type="button" lang={name} aria-pressed={name === language}
          onClick={() => void changePreferences({ language: name }, false)}>
          {LANGUAGE_NAMES[name]}
        </button>
      ))}
    </div>
  )
}
