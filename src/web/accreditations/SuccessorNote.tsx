import { useResult } from '../results.ts'
import { dayText } from '../words/index.ts'
import style from './accreditation.module.css'
import { NeighbourLink } from './QualificationAccreditation.tsx'

/** Where something follows the qualification, or its accreditation has an end: said before anybody is registered on it (R14). */
export function SuccessorNote({ qualificationId }: { qualificationId: string }) {
  const asked = useResult('GET /centres/:centreId/qualifications/:qualificationId/accreditation', {
    params: { qualificationId },
  })
  if (!asked.data) return null
  const { standing, successors } = asked.data
  if (standing.accreditedTo === null && successors.length === 0) return null
  return (
    <p className={style.note}>
      {standing.accreditedTo && `Accredited to ${dayText(standing.accreditedTo)}. `}
      {successors.map((successor, at) => (
        <span key={successor.id}>
          {at === 0 ? 'Followed by ' : ', '}
          <NeighbourLink to={successor} />
        </span>
      ))}
    </p>
  )
}
