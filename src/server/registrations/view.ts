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

export const registrationView = (actor: Actor, { registration, units, allocations, selections, moves }: Found) => {
  const { learnerId, learnerName, ...rest } = registration
  const open = rest.endedAt === null
  return {
    ...rest,
    learner: { id: learnerId, name: learnerName },
    units,
    allocations: allocations.map(({ personId, name, ...a }) => ({ ...a, person: { id: personId, name } })),
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

function selectionView({ learnerName, assessorName, optionsReason, ...rest }: ListUnitSelectionsRow) {
  const agreed = learnerName !== null && assessorName !== null && optionsReason !== null
  return { ...rest, agreement: agreed ? { learnerName, assessorName, reason: optionsReason } : null }
}

function movedView(move: ListMovesRow | undefined) {
  if (!move) return null
  const { forward: _, ...rest } = move
  return rest
}
