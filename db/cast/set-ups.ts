/** The simulations and the realistic working environment of the sample centre, and how their checklists stand (R105). */
import type { ChecklistPoint, SetUpKind } from '#domain/settings/checklists.ts'
import { environmentPoints, simulationPoints } from '#domain/settings/checklists.ts'

export type CastSetUp = {
  key: string
  centre: string
  kind: SetUpKind
  name: string
  description: string
  /** By the number that the specification prints. */
  units: string[]
  by: string
  check: { by: string; met: readonly ChecklistPoint[]; note: string }
}

export const setUps: CastSetUp[] = [
  {
    key: 'training-till',
    centre: 'weir-street',
    kind: 'simulation',
    name: 'Training till and records system',
    description: 'The employers’ own till and records software in training mode, with invented customers.',
    units: ['10'],
    by: 'ben',
    check: { by: 'ben', met: simulationPoints, note: 'Tried on three workplaces’ training systems.' },
  },
  {
    key: 'role-play',
    centre: 'weir-street',
    kind: 'simulation',
    name: 'Role play with a trainer',
    description:
      'For what does not come up by itself: a colleague or trainer plays the other side from a written case.',
    units: ['3', '7'],
    by: 'sunita',
    check: {
      by: 'carol',
      met: simulationPoints,
      note: 'Cases and notes for the players are in the assessors’ folder.',
    },
  },
  {
    key: 'centre-desk',
    centre: 'weir-street',
    kind: 'realistic-working-environment',
    name: 'Front desk of Weir Street',
    description: 'The centre’s own reception, with its visitors, callers and parcels, run by learners on two mornings.',
    units: ['11'],
    by: 'nadia',
    check: {
      by: 'carol',
      met: environmentPoints.filter(point => point !== 'volume' && point !== 'under-pressure'),
      note: 'Two mornings are too quiet. Nadia will ask for the open days as well; I look again in a month.',
    },
  },
]
