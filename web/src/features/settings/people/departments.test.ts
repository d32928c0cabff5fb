import { expect, it } from 'vitest'
import type { Row } from '@/platform/http'
import { placed } from './DepartmentsPage'

const row = (id: string, parent: string | null) =>
  ({ id, version: 1, createdAt: '', parent: parent && { id: parent, label: parent } }) as Row

it('puts departments under their parents, and those with an unseen parent at the top', () => {
  const tree = placed([row('east', 'sales'), row('sales', null), row('lost', 'unseen'), row('team', 'east')])
  expect(tree.map(({ row: { id }, depth }) => [id, depth])).toEqual([
    ['sales', 0],
    ['east', 1],
    ['team', 2],
    ['lost', 0],
  ])
})
