/** Who used this device last and did not sign out: without a connection nothing else says whose files wait here. */
const place = 'countersign.last-person'

export type LastPerson = { id: string; centreId: string | null; isLearner: boolean }

export const rememberPerson = (person: LastPerson): void => localStorage.setItem(place, JSON.stringify(person))
export const forgetPerson = (): void => localStorage.removeItem(place)
export function lastPerson(): LastPerson | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as LastPerson | null
  } catch {
    return null
  }
}
