export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export type Way = 'left' | 'right' | 'up' | 'down'

const middle = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2 })

/** The box next to this one in a direction: the nearest ahead, and of those the one least aside. */
export function nextBox<B extends Box>(here: Box, boxes: B[], way: Way): B | undefined {
  const from = middle(here)
  const along = way === 'left' || way === 'right' ? 'x' : 'y'
  const aside = along === 'x' ? 'y' : 'x'
  const sign = way === 'left' || way === 'up' ? -1 : 1
  const ahead = boxes
    .map((box) => {
      const to = middle(box)
      return { box, far: (to[along] - from[along]) * sign, off: Math.abs(to[aside] - from[aside]) }
    })
    .filter(({ far }) => far > 1)
  // What stands in another row is no neighbour to the side.
  const room = along === 'x' ? here.height / 2 : here.width / 2
  const straight = ahead.filter(({ off }) => off <= room)
  return straight.reduce<(typeof ahead)[number] | undefined>(
    (best, one) => (!best || one.far < best.far ? one : best),
    undefined,
  )?.box
}
