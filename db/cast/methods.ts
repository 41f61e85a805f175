/** What the invented awarding organisation of the sample centre does not accept as evidence, and has beyond the built-in kinds (R68, R69). */
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import { diplomaNumber } from './qualification.ts'

export type CastMethods = {
  centre: string
  qualification: string
  by: string
  switchedOff: EvidenceType[]
  reason: string
  own: { name: string; abbreviation: string; explanation: string; type: EvidenceType }[]
}

export const methods: CastMethods[] = [
  {
    centre: 'weir-street',
    qualification: diplomaNumber,
    by: 'alan',
    switchedOff: ['case-study'],
    reason: 'Larkfield Awards, assessment guidance, section 4: a made-up case is not used in this Diploma.',
    own: [
      {
        ...{ name: 'Mystery visit report', abbreviation: 'MV', type: 'customer-feedback' },
        explanation: 'What somebody wrote who came as a customer without saying so. It tells what you did for them.',
      },
    ],
  },
]
