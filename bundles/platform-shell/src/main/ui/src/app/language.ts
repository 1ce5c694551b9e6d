import dayjs from 'dayjs'
import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from 'antd/es/locale'
import type { Language } from './settings'

type Messages = Record<string, string>
interface Loaded { messages: Messages; antd: Locale }

const LOADERS: Record<Language, () => Promise<Loaded>> = {
  'zh-CN': () => import('../i18n/zh-CN').then(module => module.default),
  'zh-TW': () => import('../i18n/zh-TW').then(module => module.default),
  en: () => import('../i18n/en').then(module => module.default),
}
const loaded = new Map<Language, Loaded>()

void i18n.use(initReactI18next).init({
  resources: {}, lng: 'zh-CN', fallbackLng: false, defaultNS: 'shell', ns: ['shell'], keySeparator: false, nsSeparator: false,
  interpolation: { escapeValue: false }, react: { useSuspense: false },
})

/** Loads the language's texts, once, and shows them. */
export async function speak(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    const texts = await LOADERS[language]()
    loaded.set(language, texts)
    i18n.addResourceBundle(language, 'shell', texts.messages)
  }
  dayjs.locale(language.toLowerCase())
  await i18n.changeLanguage(language)
}

export const antdLocale = (language: Language) => loaded.get(language)?.antd
