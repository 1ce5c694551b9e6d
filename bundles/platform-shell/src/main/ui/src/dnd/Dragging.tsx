import { DndContext, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors, type DndContextProps, type KeyboardCoordinateGetter } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import { announced, collide, type Names } from './dragging'

interface Props extends Omit<DndContextProps, 'sensors' | 'accessibility' | 'collisionDetection'>, Names {
  /** Where the arrow keys lead. */
  coordinates: KeyboardCoordinateGetter
}

/** Dragging by mouse, by touch (after a moment, so that one can still scroll) and by keyboard (Space lifts and drops, arrows move, Esc leaves it), told to those who do not see. */
export function Dragging({ coordinates, nameOf, placeOf, refusedBy, ...rest }: Props) {
  const { t } = useTranslation()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: coordinates }))
  return (
    <DndContext {...rest} sensors={sensors} collisionDetection={collide}
      accessibility={{ announcements: announced(t, { nameOf, placeOf, refusedBy }), screenReaderInstructions: { draggable: t('drag.how') }, restoreFocus: true }} />
  )
}
