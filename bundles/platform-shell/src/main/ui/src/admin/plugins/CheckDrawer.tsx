import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Broken } from '../../app/Broken'
import { PageSkeleton } from '../../app/PageSkeleton'
import { Dot } from '../../records/fields/Dot'
import type { Plugin } from './types'
import { useCheck } from './usePlugins'

/** Why a plugin does not serve, or that it does: its bundles, what they wait for, its paths, and what the log says. */
export function CheckDrawer({ plugin, close }: { plugin: Plugin; close: () => void }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useCheck(plugin.name)
  const bundles = data?.bundles.map(({ name, version, state }) => `${name} ${version} · ${t(`plugins.bundle.${state}`, { defaultValue: state })}`) ?? []
  const lists = [['obstacles', data?.obstacles ?? []], ['bundles', bundles], ['paths', data?.paths ?? []]] as const
  return (
    <Drawer open title={t('plugins.checkTitle', { name: plugin.label })} onClose={close} size={560}>
      {error && <Broken error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton rows={6} />}
      {data && (
        <>
          <Dot color={data.serves ? 'green' : 'red'}>{t(data.serves ? 'plugins.checkWell' : 'plugins.checkIll')}</Dot>
          {lists.filter(([, lines]) => lines.length > 0).map(([list, lines]) => (
            <section key={list} className="plugin-check" aria-label={t(`plugins.check.${list}`)}>
              <h3>{t(`plugins.check.${list}`)}</h3>
              <ul>{lines.map(line => <li key={line}>{line}</li>)}</ul>
            </section>
          ))}
          {data.log.length > 0 && (
            <section className="plugin-check" aria-label={t('plugins.check.log')}>
              <h3>{t('plugins.check.log')}</h3>
              <pre className="plugin-log" tabIndex={0}>{data.log.join('\n')}</pre>
            </section>
          )}
        </>
      )}
    </Drawer>
  )
}
