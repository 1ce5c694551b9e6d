import { DownOutlined, EllipsisOutlined, PushpinFilled, ShareAltOutlined, StarFilled } from '@ant-design/icons'
import type { RecordType } from '@tenon/sdk'
import { Alert, Button, Dropdown, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../../util/usePhone'
import { NameDialog } from './NameDialog'
import { ShareDialog } from './ShareDialog'
import { useViewActions } from './useViewActions'
import type { Kept, SavedView, ViewList } from './views'

interface Props { type: RecordType; views: ViewList | undefined; view: SavedView | null; changed: boolean; kept: () => Kept }

/** So many stand as tabs; the others in a menu. */
const TABS = 6

/** The views of a list as tabs, and what can be done with the present one. */
export function ViewBar({ type, views, view, changed, kept }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const actions = useViewActions(type, views)
  const [dialog, setDialog] = useState<'save' | 'rename' | 'share' | null>(null)
  const items = views?.items ?? []
  const shown = items.slice(0, TABS)
  const tabs = view && !shown.includes(view) ? [...shown.slice(0, TABS - 1), view] : shown
  const rest = items.filter(one => !tabs.includes(one))
  const finish = (promise: Promise<boolean>) => void promise.then(done => { if (done) setDialog(null) })

  const menu = view ? [
    ...(view.editable ? [{ key: 'rename', label: t('views.rename') }] : []),
    ...(view.editable && (views?.mayShare || view.shared) ? [{ key: 'share', label: t('views.share') }] : []),
    { key: 'pin', label: t(view.pinned ? 'views.unpin' : 'views.pin') },
    { key: 'begin', label: t(view.default ? 'views.notDefault' : 'views.makeDefault') },
    ...(view.editable ? [{ key: 'remove', label: t('views.remove'), danger: true }] : []),
  ] : []
  const choice = (key: string) => {
    if (!view) return
    if (key === 'rename' || key === 'share') setDialog(key)
    else if (key === 'pin') void actions.pin(view)
    else if (key === 'begin') void actions.begin(view)
    else void actions.remove(view)
  }

  return (
    <>
      <div className="view-bar">
        {phone
          ? <Select className="full" aria-label={t('views.title')} value={view?.id ?? 'all'} onChange={id => actions.show(id === 'all' ? null : id)}
              options={[{ value: 'all', label: t('views.all') }, ...items.map(one => ({ value: one.id, label: one.name }))]} />
          : (
            <nav className="view-tabs" aria-label={t('views.title')}>
              <button type="button" aria-current={view === null ? 'page' : undefined} onClick={() => actions.show(null)}>{t('views.all')}</button>
              {tabs.map(one => (
                <button key={one.id} type="button" aria-current={one === view ? 'page' : undefined} title={one.mine ? undefined : t('views.by', { name: one.owner.label })} onClick={() => actions.show(one.id)}>
                  {one.default && <StarFilled role="img" aria-label={t('views.isDefault')} />}
                  {one.pinned && !one.default && <PushpinFilled role="img" aria-label={t('views.isPinned')} />}
                  {one.name}
                  {one.shared && <ShareAltOutlined role="img" aria-label={t('views.isShared')} />}
                </button>
              ))}
              {rest.length > 0 && (
                <Dropdown trigger={['click']} menu={{ className: 'long-menu', items: rest.map(one => ({ key: one.id, label: one.name })), onClick: ({ key }) => actions.show(key) }}>
                  <button type="button" aria-haspopup="menu">{t('views.more', { count: rest.length })} <DownOutlined aria-hidden /></button>
                </Dropdown>
              )}
            </nav>
          )}
        <div className="view-actions">
          {changed && view?.editable && <Button type="primary" size="small" loading={actions.busy} onClick={() => void actions.save(view, kept())}>{t('views.save')}</Button>}
          {changed && <Button size="small" onClick={() => setDialog('save')}>{t('views.saveAs')}</Button>}
          {changed && view && <Button size="small" type="text" onClick={() => actions.show(view.id)}>{t('views.revert')}</Button>}
          {view && (
            <Dropdown trigger={['click']} menu={{ items: menu, onClick: ({ key }) => choice(key) }} placement="bottomRight">
              <Button size="small" type="text" icon={<EllipsisOutlined aria-hidden />} aria-label={t('views.actions', { name: view.name })} aria-haspopup="menu" />
            </Dropdown>
          )}
        </div>
      </div>
      {view && view.problems.length > 0 && <Alert type="warning" showIcon title={t('views.problems', { fields: view.problems.join(', ') })} />}
      {view?.limited && <Alert type="info" showIcon title={t('views.limited')} />}
      {dialog === 'save' && <NameDialog title={t('views.saveAsTitle')} name={view ? t('views.copyOf', { name: view.name }) : ''} busy={actions.busy} done={name => finish(actions.saveAs(name, kept()))} close={() => setDialog(null)} />}
      {dialog === 'rename' && view && <NameDialog title={t('views.renameTitle')} name={view.name} busy={actions.busy} done={name => finish(actions.rename(view, name))} close={() => setDialog(null)} />}
      {dialog === 'share' && view && <ShareDialog view={view} busy={actions.busy} done={sharing => finish(actions.share(view, sharing))} close={() => setDialog(null)} />}
    </>
  )
}
