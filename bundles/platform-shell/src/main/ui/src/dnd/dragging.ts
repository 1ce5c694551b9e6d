import { closestCenter, pointerWithin, rectIntersection, type Announcements, type CollisionDetection, type KeyboardCoordinateGetter, type UniqueIdentifier } from '@dnd-kit/core'
import type { TFunction } from 'i18next'

/** How things and places are called aloud. */
export interface Names {
  nameOf: (id: UniqueIdentifier) => string
  placeOf: (id: UniqueIdentifier) => string
  /** Why what is dragged cannot be dropped there; null if it can, or nobody knows yet. */
  refusedBy?: (place: UniqueIdentifier) => string | null
}

/** What lies under the pointer; for the keyboard, which has none, what is nearest. */
export const collide: CollisionDetection = args => {
  if (!args.pointerCoordinates) return closestCenter(args)
  const within = pointerWithin(args)
  return within.length > 0 ? within : rectIntersection(args)
}

export function announced(t: TFunction, { nameOf, placeOf, refusedBy }: Names): Announcements {
  return {
    onDragStart: ({ active }) => t('drag.lifted', { name: nameOf(active.id) }),
    onDragOver: ({ active, over }) => {
      if (!over) return t('drag.nowhere', { name: nameOf(active.id) })
      const reason = refusedBy?.(over.id)
      return reason ? t('drag.refused', { place: placeOf(over.id), reason }) : t('drag.over', { name: nameOf(active.id), place: placeOf(over.id) })
    },
    onDragEnd: ({ active, over }) => (over ? t('drag.dropped', { name: nameOf(active.id), place: placeOf(over.id) }) : t('drag.cancelled', { name: nameOf(active.id) })),
    onDragCancel: ({ active }) => t('drag.cancelled', { name: nameOf(active.id) }),
  }
}

const STEPS: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }

/** An arrow leads to the nearest place whose middle lies that way; places beside each other in a row, or in rows. */
export const towards: KeyboardCoordinateGetter = (event, { currentCoordinates, context: { droppableRects, over, collisionRect } }) => {
  const step = STEPS[event.code]
  if (!step || !collisionRect) return undefined
  event.preventDefault()
  const present = over ? droppableRects.get(over.id) : undefined
  const from = present ? middle(present) : middle(collisionRect)
  let best: { distance: number; x: number; y: number } | null = null
  for (const rect of droppableRects.values()) {
    const to = middle(rect)
    const along = (to.x - from.x) * step[0] + (to.y - from.y) * step[1]
    const across = Math.abs((to.x - from.x) * step[1]) + Math.abs((to.y - from.y) * step[0])
    if (along < 8) continue
    const distance = along + across * 4
    if (!best || distance < best.distance) best = { distance, x: to.x - collisionRect.width / 2, y: step[1] === 0 && rect.height > collisionRect.height * 2 ? rect.top + 56 : to.y - collisionRect.height / 2 }
  }
  return best ? { x: best.x, y: best.y } : currentCoordinates
}

const middle = ({ left, top, width, height }: { left: number; top: number; width: number; height: number }) => ({ x: left + width / 2, y: top + height / 2 })
