import type { Accreditation } from '#domain/qualifications/accreditation.ts'
import { mayRecordAccreditation } from '#policy/accreditations.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListNeighboursRow, ListRecordedRow, SelectAccreditationRow } from './queries.ts'

type Found = { standing: SelectAccreditationRow; history: ListRecordedRow[]; neighbours: ListNeighboursRow[] }

export function accreditationView(actor: Actor, { standing, history, neighbours }: Found) {
  const said = ({ otherNumbers, accreditedFrom, accreditedTo, predecessorId, predecessorText }: Accreditation) => {
    const predecessor = neighbours.find(n => n.id === predecessorId)
    return {
      ...{ otherNumbers, accreditedFrom, accreditedTo, predecessorText },
      predecessor: predecessor ? neighbourView(predecessor) : null,
    }
  }
  return {
    standing: said(standing),
    successors: neighbours.filter(n => n.predecessorId === standing.qualificationId).map(neighbourView),
    history: history.map(one => ({
      ...said(one),
      ...{ number: one.number, reason: one.reason, by: one.by, at: one.at },
    })),
    can: { record: mayRecordAccreditation(actor).allowed },
  }
}

const neighbourView = ({ predecessorId: _, ...rest }: ListNeighboursRow) => rest
