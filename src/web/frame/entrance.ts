import { type ParsedLocation, redirect } from '@tanstack/react-router'
import { api, Problem } from '../api.ts'
import { me, queryClient } from '../results.ts'

const lastCentre = 'countersign.last-centre'
export const rememberCentre = (centreId: string): void => localStorage.setItem(lastCentre, centreId)

/** The centre to show around a page that belongs to none: the only one, or the one used last. */
export const usualCentre = <C extends { id: string }>(centres: C[]): C | undefined =>
  centres.length === 1 ? centres[0] : centres.find(c => c.id === localStorage.getItem(lastCentre))

/** Nobody signed in: to the sign-in page, and afterwards back to where they wanted to go. */
export async function mustBeSignedIn({ location }: { location: ParsedLocation }): Promise<void> {
  try {
    await queryClient.ensureQueryData(me)
  } catch (error) {
    if (error instanceof Problem && error.status === 401)
      throw redirect({ to: '/sign-in', search: { to: location.href } })
    throw error
  }
}

/** Where somebody who gave no page belongs: first run, sign-in, their one centre, the one they were last in, or the choice. */
export async function landing() {
  const account = await queryClient.ensureQueryData(me).catch(error => {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  })
  if (!account) {
    const { empty } = await api('GET /first-run', {})
    return empty ? ({ to: '/first-run' } as const) : ({ to: '/sign-in' } as const)
  }
  const centre = usualCentre(account.centres)
  return centre ? ({ to: '/c/$centreId', params: { centreId: centre.id } } as const) : ({ to: '/centres' } as const)
}
