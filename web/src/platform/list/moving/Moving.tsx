import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  type UniqueIdentifier,
} from '@dnd-kit/core'
import { useState, type ReactNode } from 'react'
import { useTexts } from '../../i18n'
import { nextBox, type Box, type Way } from './steps'
import './moving.css'

/** Where a record can be dropped: a column, a day. */
export interface Place {
  id: string
  name: string
  /** Why nothing can be dropped there; empty when it can. */
  refusal: string
}

interface Props {
  places: Place[]
  /** What the record is called. */
  nameOf: (id: string) => string
  /** Where the record stands now. */
  placeOf: (id: string) => string | undefined
  move: (id: string, place: string) => void
  /** The record in the hand. */
  shown: (id: string) => ReactNode
  children: ReactNode
}

const ways: Record<string, Way> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const INSIDE = 8

/** An arrow key goes to the next place in its direction. */
const step: KeyboardCoordinateGetter = (event, { context }) => {
  const way = ways[event.code]
  const here: Box | null = context.over?.rect ?? context.collisionRect
  if (!way || !here) return undefined
  event.preventDefault()
  const to = nextBox(here, [...context.droppableRects.values()], way)
  return to && { x: to.left + INSIDE, y: to.top + INSIDE }
}

const under: CollisionDetection = (now) =>
  now.pointerCoordinates ? pointerWithin(now) : rectIntersection(now)

const keys = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter', 'Tab'] }

/** What a screen reader says while a record is carried about. */
function useWords({ places, nameOf, placeOf }: Props) {
  const { t } = useTexts()
  const placed = (id: UniqueIdentifier | undefined) => places.find((place) => place.id === id)
  const what = (id: UniqueIdentifier) => nameOf(String(id))
  return {
    onDragStart: ({ active }: { active: { id: UniqueIdentifier } }) =>
      t('board.picked', { what: what(active.id), where: placed(placeOf(String(active.id)))?.name ?? '' }),
    onDragOver: ({ over }: { over: { id: UniqueIdentifier } | null }) => {
      const place = placed(over?.id)
      if (!place) return t('board.nowhere')
      return place.refusal
        ? t('board.overRefused', { where: place.name, why: place.refusal })
        : t('board.above', { where: place.name })
    },
    onDragEnd: ({
      active,
      over,
    }: {
      active: { id: UniqueIdentifier }
      over: { id: UniqueIdentifier } | null
    }) => {
      const place = placed(over?.id)
      return place && !place.refusal
        ? t('board.dropped', { what: what(active.id), where: place.name })
        : t('board.back', { what: what(active.id) })
    },
    onDragCancel: ({ active }: { active: { id: UniqueIdentifier } }) =>
      t('board.back', { what: what(active.id) }),
  }
}

/** Records that are carried to another place, with the mouse, a finger or the keyboard. */
export function Moving(props: Props) {
  const { places, placeOf, move, shown, children } = props
  const { t } = useTexts()
  const announcements = useWords(props)
  const [held, setHeld] = useState<string | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: step, keyboardCodes: keys }),
  )
  const drop = (id: string, at: string | undefined) => {
    setHeld(null)
    const place = places.find((one) => one.id === at)
    if (place && !place.refusal && place.id !== placeOf(id)) move(id, place.id)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={under}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('board.howTo') } }}
      onDragStart={({ active }) => setHeld(String(active.id))}
      onDragEnd={({ active, over }) => drop(String(active.id), over ? String(over.id) : undefined)}
      onDragCancel={() => setHeld(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>{held && <div className="in-hand">{shown(held)}</div>}</DragOverlay>
    </DndContext>
  )
}
