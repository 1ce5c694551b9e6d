import { App, Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const SECONDS = 8

/** Says what was done, and for a while offers to take it back. `undo` says itself what came of it. */
export function useToast(): (text: string, undo: () => Promise<unknown>, key?: string) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return useCallback((text, undo, key = `undo ${text}`) => {
    const back = () => {
      message.destroy(key)
      void undo()
    }
    message.success({ key, duration: SECONDS, content: <><span>{text}</span> <Button type="link" size="small" onClick={back}>{t('inline.undo')}</Button></> })
  }, [message, t])
}
