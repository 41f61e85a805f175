/** The centre's simulations and realistic working environments, with their checklists (R105). */
import { z } from 'zod'
import { environmentPoints, setUpKinds, simulationPoints } from '#domain/settings/checklists.ts'
import { contract, day, id, instant, line, lines, nothing } from './endpoint.ts'

const kind = z.enum(setUpKinds, 'Say what it is')
const point = z.enum([...simulationPoints, ...environmentPoints])
const unit = z.object({ id, number: z.string().nullable(), title: z.string() })
const described = {
  name: line(200),
  description: z.string().trim().max(4000, 'Use at most 4,000 characters').default(''),
  unitIds: z.array(id).min(1, 'Choose at least one unit').max(500),
}

const setUp = z.object({
  id,
  kind,
  name: z.string(),
  description: z.string(),
  units: z.array(unit),
  by: z.string(),
  at: instant,
  endedAt: instant.nullable(),
  /** Every point of its checklist holds by the newest check. */
  complete: z.boolean(),
  /** The newest first; it counts, and the others stay readable. */
  checks: z.array(
    z.object({
      met: z.array(point),
      complete: z.boolean(),
      note: z.string(),
      checkedOn: day,
      by: z.string(),
      recordedAt: instant,
    }),
  ),
})

export const setUpsContract = contract({
  'GET /centres/:centreId/set-ups': {
    summary: 'The centre’s simulations and realistic working environments with their checklists (R105)',
    result: z.object({
      setUps: z.array(setUp),
      /** Units of the catalogue for which evidence from one kind or the other is not banned. */
      units: z.array(unit.extend({ kinds: z.array(kind) })),
      can: z.object({ set: z.boolean(), check: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/set-ups': {
    summary: 'Name a simulation or a realistic working environment and the units it is for',
    body: z.object({ kind, ...described }),
    result: z.object({ setUpId: id }),
  },
  'PUT /centres/:centreId/set-ups/:setUpId': {
    summary: 'Correct the name, the description or the units of a set-up',
    body: z.object(described),
    result: nothing,
  },
  'POST /centres/:centreId/set-ups/:setUpId/checks': {
    summary: 'Go through the checklist and say which points hold; evidence can be used once all do',
    body: z.object({
      met: z.array(point).max(20),
      note: z.string().trim().max(4000, 'Use at most 4,000 characters').default(''),
      checkedOn: day,
    }),
    result: z.object({ complete: z.boolean() }),
  },
  'POST /centres/:centreId/set-ups/:setUpId/ending': {
    summary: 'End a set-up that is no longer used; evidence that names it keeps its name',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
})
