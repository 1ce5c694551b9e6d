import { useTranslation } from 'react-i18next'
import type { Preview } from './types'

/** Scripts that would change the database, each with its statements. */
export function Migrations({ migrations }: { migrations: NonNullable<Preview['migrations']> }) {
  const { t } = useTranslation()
  if (migrations.length === 0) return null
  return (
    <section aria-label={t('plugins.migrations')}>
      <h3>{t('plugins.migrations')}</h3>
      {migrations.map(({ file, statements }) => (
        <details key={file}>
          <summary>{file} · {t('plugins.statements', { count: statements.length })}</summary>
          <pre tabIndex={0}>{statements.join(';\n')}</pre>
        </details>
      ))}
    </section>
  )
}
