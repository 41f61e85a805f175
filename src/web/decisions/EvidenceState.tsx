import type { EvidenceState as State } from '#domain/evidence/evidence.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { evidenceStateNames, evidenceStateTones } from '../words/evidence.ts'

export const EvidenceState = ({ state }: { state: string }) => (
  <StateMark tone={evidenceStateTones[state as State]}>{evidenceStateNames[state as State]}</StateMark>
)
