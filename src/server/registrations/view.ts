import { gapsInPlace, noFacts } from '#domain/competence/authority.ts'
import type { Day } from '#domain/time.ts'
import { maySeeConflicts } from '#policy/conflicts.ts'
import { mayMove, mayPreviewMove } from '#policy/moves.ts'
import { mayAllocate, mayChooseUnits } from '#policy/registrations.ts'
import type { Actor } from '#policy/verdict.ts'
import type {
  ListAllocationsRow,
  ListMovesRow,
  ListRegistrationsRow,
  ListUnitSelectionsRow,
  ListUnitsOfRegistrationRow,
  SelectRegistrationRow,
} from './queries.ts'

export const listedRegistrationView = ({ learnerId, learnerName, total: _, ...rest }: ListRegistrationsRow) => ({
  ...rest,
  learner: { id: learnerId, name: learnerName },
})

type Found = {
  registration: SelectRegistrationRow
  units: ListUnitsOfRegistrationRow[]
  allocations: ListAllocationsRow[]
  selections: ListUnitSelectionsRow[]
  moves: ListMovesRow[]
}

export const registrationView = (
  actor: Actor,
  today: Day,
  { registration, units, allocations, selections, moves }: Found,
) => {
  const { learnerId, learnerName, ...rest } = registration
  const open = rest.endedAt === null
  return {
    ...rest,
    learner: { id: learnerId, name: learnerName },
    units,
    allocations: allocations.map(a => allocationView(actor, registration, a, today)),
    selections: selections.map(selectionView),
    movedTo: movedView(moves.find(m => m.forward)),
    movedFrom: movedView(moves.find(m => !m.forward)),
    can: {
      allocate: open && mayAllocate(actor).allowed,
      chooseUnits: open && mayChooseUnits(actor).allowed,
      previewMove: open && mayPreviewMove(actor).allowed,
      move: open && mayMove(actor).allowed,
    },
  }
}

/** Whether the person may stand in the place today, and why not. A conflict of interest is told to those concerned only. */
function allocationView(
  actor: Actor,
  { learnerId, qualificationId, level }: SelectRegistrationRow,
  { role, personId, name, since, endedAt, holdsRole, barred, facts }: ListAllocationsRow,
  day: Day,
) {
  const concerned = [personId, learnerId].includes(actor.personId) || maySeeConflicts(actor).allowed
  const gaps = endedAt ? [] : gapsInPlace(facts ?? noFacts, role, { qualificationId, level, day })
  const conflicted = barred && concerned && !endedAt && role !== 'mentor'
  const entitled = holdsRole && gaps.length === 0 && !conflicted
  return { role, person: { id: personId, name }, since, endedAt, entitled, holdsRole, gaps, conflicted }
}

function selectionView({ learnerName, assessorName, optionsReason, ...rest }: ListUnitSelectionsRow) {
  const agreed = learnerName !== null && assessorName !== null && optionsReason !== null
  return { ...rest, agreement: agreed ? { learnerName, assessorName, reason: optionsReason } : null }
}

function movedView(move: ListMovesRow | undefined) {
  if (!move) return null
  const { forward: _, ...rest } = move
  return rest
}
