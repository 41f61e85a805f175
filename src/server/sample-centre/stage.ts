import type { EvidenceContent } from '#cast/story.ts'
import type { QualificationTree } from '#domain/qualifications/tree.ts'
import type { Db } from '#platform/db/query.ts'
import type { Action } from '#platform/http/action.ts'
import { performAs } from '#platform/http/perform.ts'
import type { Services } from '#platform/services.ts'

/** What the story has made so far, by the names that it uses. */
export type Stage = {
  db: Db
  services: Services
  today: string
  people: Map<string, string>
  centres: Map<string, string>
  versions: Map<string, { versionId: string; qualificationId: string; tree: QualificationTree }>
  registrations: Map<string, { id: string; centre: string; tree: QualificationTree }>
  evidence: Map<string, { id: string; centre: string }>
  setUps: Map<string, string>
  plans: Map<string, string>
  worksheets: Map<string, string>
  /** What hangs on the claims of a draft, by evidence, until they are made. */
  onClaims: Map<string, Pick<EvidenceContent, 'parts' | 'pins'>>
}

const day = 24 * 60 * 60 * 1000

/** "9 days ago at 12:40" as a moment. */
export const momentOf = ({ today }: { today: string }, { daysAgo, time }: { daysAgo: number; time: string }): string =>
  new Date(Date.parse(`${today}T${time}:00.000Z`) - daysAgo * day).toISOString()

export const dayOf = ({ today }: { today: string }, daysAgo: number): string =>
  new Date(Date.parse(`${today}T00:00:00.000Z`) - daysAgo * day).toISOString().slice(0, 10)

type Deed = {
  who: string
  centre: string
  at: string
  params?: Record<string, string>
  query?: unknown
  body?: unknown
}

/** Somebody of the cast does what anybody could do on the screen. */
export async function does<T>(stage: Stage, action: Action, { who, centre, ...rest }: Deed): Promise<T> {
  const personId = stage.people.get(who) as string
  const centreId = stage.centres.get(centre) as string
  try {
    return (await performAs(stage.db, action, { personId, centreId, ...rest }, stage.services)) as T
  } catch (error) {
    throw new Error(
      `${who} could not ${action.key} at ${rest.at}: ${error instanceof Error ? error.message : error} ${JSON.stringify((error as { details?: unknown }).details ?? '')}`,
      { cause: error },
    )
  }
}
