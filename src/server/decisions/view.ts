import type { AuthorityGap } from '#domain/competence/authority.ts'
import type { Layers } from '#domain/decisions/layers.ts'
import type { Obstacle } from '#domain/decisions/obstacles.ts'
import { headingOf } from '#domain/qualifications/title.ts'
import type { QualificationTree } from '#domain/qualifications/tree.ts'
import { mayDecide, mayDecideProvisionally } from '#policy/decisions.ts'
import type { Actor, Verdict } from '#policy/verdict.ts'
import { type Assessment, capacityOn, type Place } from './load.ts'
import type { ListDecisionsRow, ListStandingsOfRow } from './queries.ts'

/** What the screen shows beside the evidence and the places on it. */
type Beside = {
  learnerName: string
  trees: ReadonlyMap<string, QualificationTree>
  layers: Layers
  decisions: ListDecisionsRow[]
  standings: ListStandingsOfRow[]
  obstacles: Record<string, Obstacle[]>
}

export function assessmentView(
  actor: Actor,
  assessment: Assessment,
  { learnerName, trees, layers, decisions, standings, obstacles }: Beside,
) {
  const { evidence: e, places, conflicted } = assessment
  const byKey = new Map(standings.map(s => [`${s.registrationId}/${s.criterionId}`, s]))
  return {
    evidence: {
      id: e.id,
      number: e.number,
      kind: e.kind as 'file',
      learner: { id: e.learnerId, name: learnerName },
      version: e.version,
      latestVersion: e.latestVersion,
      state: e.state,
      revision: e.revision,
      contentHash: e.contentHash,
      title: e.title,
      submittedAt: e.submittedAt,
      returnReason: e.returnReason as null,
      answers: e.answers?.map(({ question, answer }) => ({ question, answer })) ?? null,
    },
    registrations: places.map(place => {
      const tree = trees.get(place.versionId) as QualificationTree
      const chosen = new Set(place.unitIds ?? [])
      return {
        registrationId: place.registrationId,
        title: headingOf(tree),
        // A place without authority today is no place to judge from; why stands beside it.
        own: conflicted ? [] : ownOn(place),
        notEntitled: gapsOn(place),
        trainee: place.traineeNamed,
        units: tree.units
          .filter(u => chosen.has(u.id))
          .map(u => ({
            id: u.id,
            number: u.number,
            code: u.code,
            title: u.title,
            outcomes: u.outcomes.map(o => ({
              id: o.id,
              number: o.number,
              title: o.title,
              criteria: o.criteria.map(c => ({
                id: c.id,
                number: c.number,
                text: c.text,
                kind: c.kind,
                verb: c.verb,
                plural: c.plural,
                parts: c.parts,
                standing: standingOn(byKey.get(`${place.registrationId}/${c.id}`)),
              })),
            })),
          })),
      }
    }),
    layers,
    obstacles,
    decisions: decisions.map(d => ({
      id: d.id,
      version: d.version,
      layer: d.layer as 'assessor',
      outcome: d.outcome as 'accepted',
      returnReason: d.returnReason as null,
      feedback: d.feedback,
      as: d.decidedAs,
      at: d.decidedAt,
      by: { id: d.decidedBy, name: d.decidedByName },
      authority: d.authority?.[0]?.under ?? null,
      met: d.met,
      notYet: d.notYet,
      acceptances: d.acceptances.map(a => ({
        layer: a.layer,
        shown: a.shown.length,
        exceptions: a.exceptions.length,
        rationale: a.rationale,
      })),
      justifications: d.justifications.map(j => ({ ...j, ticked: j.ticked ?? false })),
      marks: d.marks,
      correction: d.correction,
    })),
    can: {
      decide: said(mayDecide(actor, assessment)),
      decideProvisionally: said(mayDecideProvisionally(actor, assessment)),
    },
  }
}

const judging = ['trainee-assessor', 'assessor', 'countersigner']

const ownOn = (place: Place): string[] =>
  (place.ownRoles ?? []).filter(
    role => !judging.includes(role) || capacityOn(place, role === 'trainee-assessor' ? 'trainee' : 'assessor') !== null,
  )

/** Why somebody who is named here may not judge today; empty where they may, or are not named. */
function gapsOn(place: Place): AuthorityGap[] {
  const own = place.ownRoles ?? []
  const answer = own.includes('assessor') || own.includes('countersigner') ? place.qualified : place.working
  return own.some(role => judging.includes(role)) && !answer.entitled ? answer.gaps : []
}

const standingOn = (s: ListStandingsOfRow | undefined) => ({
  state: (s?.state ?? 'none') as 'none',
  reason: (s ? s.reason : 'no-evidence') as null,
})

const said = (verdict: Verdict) => ({
  allowed: verdict.allowed,
  reason: verdict.allowed ? null : verdict.reason,
  details: verdict.allowed ? {} : (verdict.details ?? {}),
})
