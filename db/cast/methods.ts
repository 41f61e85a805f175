/** What the invented awarding organisation of the sample centre does not accept as evidence (R69). */
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import { diplomaNumber } from './qualification.ts'

export type CastMethods = {
  centre: string
  qualification: string
  by: string
  switchedOff: EvidenceType[]
  reason: string
}

export const methods: CastMethods[] = [
  {
    centre: 'weir-street',
    qualification: diplomaNumber,
    by: 'alan',
    switchedOff: ['case-study'],
    reason: 'Larkfield Awards, assessment guidance, section 4: a made-up case is not used in this Diploma.',
  },
]
