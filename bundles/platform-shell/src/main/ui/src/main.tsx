import './nonce'
import './styles/index.css'
import 'virtual:antd/first.css'
import { createRoot } from 'react-dom/client'
import { currentSettings } from './app/settings'

const app = import('./app/App')
const language = import('./app/language').then(({ speak }) => speak(currentSettings().language))

void Promise.all([app, language]).then(([{ App }]) => {
  createRoot(document.getElementById('root')!).render(<App />)
})
