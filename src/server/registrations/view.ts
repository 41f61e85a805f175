import { mayAllocate, mayChooseUnits, mayPreviewMove } from '#policy/registrations.ts'
import type { Actor } from '#policy/verdict.ts'
import type {
  ListAllocationsRow,
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
}

export const registrationView = (actor: Actor, { registration, units, allocations, selections }: Found) => {
  const { learnerId, learnerName, ...rest } = registration
  return {
    ...rest,
    learner: { id: learnerId, name: learnerName },
    units,
    allocations: allocations.map(({ personId, name, ...a }) => ({ ...a, person: { id: personId, name } })),
    selections: selections.map(selectionView),
    can: {
      allocate: mayAllocate(actor).allowed,
      chooseUnits: mayChooseUnits(actor).allowed,
      previewMove: mayPreviewMove(actor).allowed,
    },
  }
}

function selectionView({ learnerName, assessorName, optionsReason, ...rest }: ListUnitSelectionsRow) {
  const agreed = learnerName !== null && assessorName !== null && optionsReason !== null
  return { ...rest, agreement: agreed ? { learnerName, assessorName, reason: optionsReason } : null }
}
