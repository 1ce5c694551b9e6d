import { QueryClientProvider } from '@tanstack/react-query'
import { StyleProvider } from '@ant-design/cssinjs'
import { App as AntdApp, ConfigProvider } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { nonce } from '../nonce'
import { SessionGate } from '../session/SessionGate'
import { Boundary } from './Boundary'
import { antdLocale, speak } from './language'
import { queries } from './queries'
import { shownTheme, useSettings } from './settings'
import { antdTheme } from './theme'

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
      <ConfigProvider theme={theme} locale={antdLocale(language)} csp={{ nonce }} button={{ autoInsertSpace: false }}>
        <AntdApp className="tenon">
          <QueryClientProvider client={queries}>
            <Boundary>
              <SessionGate />
            </Boundary>
          </QueryClientProvider>
        </AntdApp>
      </ConfigProvider>
    </StyleProvider>
  )
}
