import 'antd/dist/reset.css'
import './platform/theme/theme.css'
import './platform/theme/touch.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { startI18n } from './platform/i18n'

await startI18n()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js')
