import { QueryClientProvider } from '@tanstack/react-query'
import { StyleProvider } from '@ant-design/cssinjs'
import { App as AntdApp, ConfigProvider } from 'antd'
import i18n from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { nonce } from '../nonce'
import { SessionGate } from '../session/SessionGate'
import { Boundary } from './Boundary'
import { antdLocale, speak } from './language'
import { watchLine } from './line'
import { queries } from './queries'
import { shownTheme, useSettings } from './settings'
import { antdTheme } from './theme'

watchLine()

const POPUPS = 'popups'

/** Menus and pickers float in a landmark of their own, so that those who jump by landmarks find them. */
const popups = () => document.getElementById(POPUPS) ?? document.body

/** The whole shell: look and language around whoever is signed in. */
export function App() {
  const settings = useSettings()
  const [language, setLanguage] = useState(settings.language)
  const shown = shownTheme(settings.theme)
  const theme = useMemo(() => antdTheme(shown, settings.density, language), [shown, settings.density, language])

  useEffect(() => {
    void speak(settings.language).then(() => setLanguage(settings.language))
  }, [settings.language])

  return (
    <StyleProvider layer>
      <ConfigProvider theme={theme} locale={antdLocale(language)} csp={{ nonce }} button={{ autoInsertSpace: false }}
        virtual={false} getPopupContainer={popups}>
        {/* Outside the app, whose messages and notices ask the server too. */}
        <QueryClientProvider client={queries}>
          <AntdApp className="tenon">
            <Boundary>
              <SessionGate />
            </Boundary>
            <aside id={POPUPS} aria-label={i18n.t('frame.popups')} />
          </AntdApp>
        </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  )
}
