import type { WitnessStatus } from '#domain/testimonies/testimony.ts'
import type { PortfolioSeen } from '#policy/evidence.ts'
import { mayReachWitness, mayTakeBack } from '#policy/testimonies.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListRequestsRow, ListWitnessesRow } from './queries.ts'

export const requestView = (actor: Actor, r: ListRequestsRow) => ({
  id: r.id,
  type: r.type,
  witness: r.witnessName,
  email: r.askedBy === actor.personId ? r.email : null,
  asks: r.asks,
  about: r.aboutId && r.aboutNumber ? { id: r.aboutId, number: r.aboutNumber, title: r.aboutTitle ?? '' } : null,
  askedBy: r.askedByName,
  askedAt: r.askedAt,
  expiresAt: r.expiresAt,
  openedAt: r.openedAt,
  cancelledAt: r.cancelledAt,
  signed:
    r.signedAt && r.evidenceId && r.number ? { at: r.signedAt, evidenceId: r.evidenceId, number: r.number } : null,
  mayTakeBack: !r.signedAt && !r.cancelledAt && mayTakeBack(actor, r).allowed,
})

export const witnessView = (actor: Actor, w: ListWitnessesRow, seen: PortfolioSeen) => ({
  status: w.status as WitnessStatus | null,
  name: w.name,
  relationship: w.relationship,
  position: w.position,
  testimonies: w.testimonies,
  decisions: w.decisions,
  last: w.last,
  contact:
    w.email && mayReachWitness(actor, seen)
      ? { email: w.email, telephone: w.telephone ?? '', from: w.signedFrom ?? '', flags: w.flags }
      : null,
})
