/** The link to the move that makes a criterion count, for the one whose move it is; for others, to what it rests on. */
import type { StandingShown } from '../words/progress.ts'

const to = (path: string, evidenceId?: string) => ({
  to: path as '/',
  ...(evidenceId ? { params: { evidenceId } as never } : {}),
})

export function moveOf({ reason, evidence, mover }: StandingShown, personId: string, learnerId: string) {
  const mine = mover?.person?.id === personId
  if (mine && (reason === 'no-evidence' || reason === 'not-yet-met'))
    return { mine, label: 'Add evidence for it', link: to('/c/$centreId/evidence/new') }
  if (!evidence) return null
  const name = `evidence ${evidence.number}`
  if (mine && reason === 'not-assessed')
    return { mine, label: `Judge ${name}`, link: to('/c/$centreId/evidence/$evidenceId/assessment', evidence.id) }
  if (mine && reason === 'not-countersigned')
    return { mine, label: `Countersign ${name}`, link: to('/c/$centreId/evidence/$evidenceId/assessment', evidence.id) }
  if (mine && reason === 'in-question')
    return {
      mine,
      label: `Answer what is in question on ${name}`,
      link: to('/c/$centreId/evidence/$evidenceId/assessment', evidence.id),
    }
  if (mine && reason === 'not-submitted')
    return { mine, label: `Finish ${name} and submit it`, link: to('/c/$centreId/evidence/$evidenceId', evidence.id) }
  if (mine && reason === 'returned')
    return { mine, label: `Improve ${name}`, link: to('/c/$centreId/evidence/$evidenceId', evidence.id) }
  const page =
    personId === learnerId ? '/c/$centreId/evidence/$evidenceId' : '/c/$centreId/evidence/$evidenceId/assessment'
  return { mine: false, label: `Open ${name}`, link: to(page, evidence.id) }
}
