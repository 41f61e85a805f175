/** The part of a decision that is about evidence requirements and occasions; asked for only where it says something of them. */

import type { decisionsContract } from '#contract/decisions.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { checkOccasions, type Occasion } from '#domain/coverage/occasions.ts'
import { checkTicks, requireSomethingMet, tickable } from '#domain/coverage/ticking.ts'
import type { Judgement } from '#domain/decisions/layers.ts'
import type { Db, Sent } from '#platform/db/query.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { insertAllAddedOccasions, insertAllTicks } from './queries.ts'

type Said = Pick<
  BodyOf<(typeof decisionsContract)['POST /centres/:centreId/evidence/:evidenceId/decisions']>,
  'covers' | 'occasions'
>
type Piece = {
  evidenceId: string
  version: number
  occasions: readonly Pick<Occasion, 'number' | 'criteria' | 'setting'>[]
}
type Place = { registrationId: string; versionId: string; unitIds: readonly string[] | null }

/** The occasions that count when this is saved: the author's and those added, without those taken out. Refuses what cannot be. */
export function occasionsAfter({ occasions: standing }: Piece, { occasions }: Said, today: string) {
  checkOccasions(standing, occasions, today)
  const next = Math.max(1, ...standing.map(o => o.number)) + 1
  const added = occasions.add.map((o, at) => ({ ...o, setting: null, number: next + at }))
  return { added, counting: [...standing, ...added].filter(o => !occasions.out.includes(o.number)) }
}

/** Refuses ticks that name nothing, and those in units of which the decision shows nothing (R92, R93). */
export async function checkCovers(
  db: Db,
  places: readonly Place[],
  centreId: string,
  { covers }: Said,
  judgements: readonly Judgement[],
  counting: readonly { number: number }[],
): Promise<void> {
  if (covers.length === 0) return
  const met = new Set(judgements.filter(j => j.outcome === 'met').map(j => `${j.registrationId}/${j.criterionId}`))
  const units = []
  for (const { registrationId, versionId, unitIds } of places) {
    const { tree, structure } = await versionOf(db, versionId, centreId)
    const asked = new Map(structure.units.map(u => [u.id, u.evidenceRequirements]))
    for (const unit of tree.units.filter(u => unitIds?.includes(u.id)))
      units.push({
        ...{ registrationId, unitId: unit.id, requirements: asked.get(unit.code) ?? [] },
        met: unit.outcomes.some(o => o.criteria.some(c => met.has(`${registrationId}/${c.id}`))),
      })
  }
  checkTicks(covers, tickable(units), new Set(counting.map(o => o.number)))
  requireSomethingMet(
    covers,
    units.filter(u => u.met),
  )
}

/** Keeps what the decision covers and the occasions that it adds: the statements that do, which have been sent. */
export function keepCovers(
  db: Db,
  { evidenceId, version }: Pick<Piece, 'evidenceId' | 'version'>,
  { covers }: Said,
  made: {
    decisionId: string
    layer: 'trainee' | 'assessor'
    actor: string
    at: string
    judgements: readonly Judgement[]
    added: readonly Occasion[]
    /** Whether the layer has decided on it before, so that ticks may stand that this decision takes the place of. */
    again: boolean
  },
): Sent<unknown>[] {
  const { decisionId, layer, actor, at, judgements, added, again } = made
  const on = { evidenceId, version, decisionId }
  const registrationIds = [...new Set(judgements.map(j => j.registrationId))]
  return [
    ...(added.length > 0 ? [insertAllAddedOccasions(db, { ...on, occasions: added })] : []),
    ...(covers.length > 0 || again
      ? [insertAllTicks(db, { ...on, layer, registrationIds, ticks: covers, actor, at })]
      : []),
  ]
}
