import type { UniqueIdentifier } from '@dnd-kit/core'
import { PlusOutlined } from '@ant-design/icons'
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { useShell } from '@tenon/sdk'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../app/useToast'
import { Dragging } from '../dnd/Dragging'
import { towards } from '../dnd/dragging'
import { ForRoleDialog } from './ForRoleDialog'
import { ArrangedCard } from './ArrangedCard'
import { moved, resized, type Tile, type Widget } from './tiles'

interface Props { widgets: Widget[]; tiles: Tile[]; keep: (tiles: Tile[] | null) => void; done: () => void }

/** The start page while it is arranged: widgets added, dragged, made wider, taken away; each step is kept at once. */
export function Arranging({ widgets, tiles, keep, done }: Props) {
  const { t } = useTranslation()
  const { can } = useShell()
  const toast = useToast()
  const [role, setRole] = useState(false)
  const shown = tiles.flatMap(tile => { const widget = widgets.find(known => known.id === tile.id); return widget ? [{ tile, widget }] : [] })
  const missing = widgets.filter(widget => !tiles.some(tile => tile.id === widget.id))
  const name = (id: UniqueIdentifier) => widgets.find(widget => widget.id === id)?.title ?? String(id)
  const add = (id: string) => { const widget = widgets.find(known => known.id === id); if (widget) keep([...tiles, { id, size: widget.size }]) }
  const remove = (widget: Widget) => {
    keep(tiles.filter(tile => tile.id !== widget.id))
    toast(t('home.removed', { widget: widget.title }), async () => keep(tiles))
  }
  return (
    <>
      <div className="home-tools">
        <Dropdown trigger={['click']} menu={{ className: 'long-menu', items: missing.length > 0 ? missing.map(widget => ({ key: widget.id, label: widget.title })) : [{ key: '', label: t('home.addNothing'), disabled: true }], onClick: ({ key }) => add(key) }}>
          <Button icon={<PlusOutlined aria-hidden />} aria-haspopup="menu">{t('home.add')}</Button>
        </Dropdown>
        {can('identity:manage') && <Button onClick={() => setRole(true)}>{t('home.forRole')}</Button>}
        <Button onClick={() => keep(null)}>{t('home.reset')}</Button>
        <Button type="primary" onClick={done}>{t('home.done')}</Button>
      </div>
      <Dragging coordinates={towards} nameOf={name} placeOf={name} onDragEnd={({ active, over }) => { if (over && over.id !== active.id) keep(moved(tiles, String(active.id), String(over.id))) }}>
        <SortableContext items={shown.map(({ tile }) => tile.id)} strategy={rectSortingStrategy}>
          <ul className="home-grid arranging" aria-label={t('home.widgets')}>
            {shown.map(({ tile, widget }) => <ArrangedCard key={tile.id} widget={widget} size={tile.size} resize={() => keep(resized(tiles, tile.id))} remove={() => remove(widget)} />)}
          </ul>
        </SortableContext>
      </Dragging>
      {role && <ForRoleDialog tiles={tiles} close={() => setRole(false)} />}
    </>
  )
}
