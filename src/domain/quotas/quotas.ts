/** How much one person and one centre may use: uploads, bytes and letters. Each limit is a number here, or the operator's. */
import { Refusal } from '../refusal.ts'
import type { Instant } from '../time.ts'

const gigabyte = 10 ** 9
const minute = 60_000
const day = 24 * 60 * minute

/** Unfinished uploads are deleted after so many days. */
export const uploadDays = 7

/**
 * Uploads that were begun and are not finished. A browser sends three at a time, so twenty leaves room for several
 * pages and for uploads that were cut off. Promised bytes are those that the unfinished uploads announced.
 */
export const uploadLimits = {
  person: { uploads: 20, promised: 20 * gigabyte },
  centre: { uploads: 2000, promised: 200 * gigabyte },
} as const

/** Bytes that are stored for good, unless the operator sets other limits. */
export const defaultKept = { person: 20 * gigabyte, centre: 200 * gigabyte } as const
export type KeptLimits = { person: number; centre: number }

/** What a person or a centre uses now. `promised` are the bytes that unfinished uploads announced, `kept` those stored. */
export type Usage = { uploads: number; promised: number; kept: number }

const codes = {
  person: { uploads: 'quotas/uploads-person', promised: 'quotas/promised-person', kept: 'quotas/kept-person' },
  centre: { uploads: 'quotas/uploads-centre', promised: 'quotas/promised-centre', kept: 'quotas/kept-centre' },
} as const

/**
 * Refuses an upload of `size` bytes that would pass a limit of the person or of the centre. The bytes promised count
 * against the limit of those kept, so that no finished upload can pass it. The person's own limits come first,
 * because the person can do something about those.
 */
export function requireUploadRoom(size: number, used: { person: Usage; centre: Usage }, kept: KeptLimits): void {
  for (const who of ['person', 'centre'] as const) {
    const { uploads, promised, kept: stored } = used[who]
    const limit = uploadLimits[who]
    const code = codes[who]
    if (uploads >= limit.uploads)
      throw new Refusal(code.uploads, { used: uploads, limit: limit.uploads, days: uploadDays })
    if (promised + size > limit.promised)
      throw new Refusal(code.promised, { used: promised, limit: limit.promised, size, days: uploadDays })
    if (stored + promised + size > kept[who])
      throw new Refusal(code.kept, { used: stored, promised, limit: kept[who], size })
  }
}

/** At most `most` letters in `within` milliseconds. */
export type LetterLimit = { most: number; within: number }

/**
 * Letters to people outside, who did not ask for them. An assessor asks for many learners, and a supervisor may be the
 * witness of a whole team, so staff and addresses have more room than one learner.
 */
export const letterLimits = {
  /** To one address about one learner. */
  witness: { most: 3, within: day },
  /** To one address from the whole centre. */
  address: { most: 20, within: day },
  /** By one learner, and by one member of staff. */
  learner: { most: 30, within: day },
  staff: { most: 100, within: day },
  /** Invitations to one person in a short time: the first one, and one more when it was not found. */
  again: { most: 2, within: 10 * minute },
  /** Invitations to one person in all, also to a corrected address. */
  invited: { most: 10, within: day },
} as const satisfies Record<string, LetterLimit>
export type LetterQuota = keyof typeof letterLimits

const letterCodes = {
  witness: 'quotas/letters-witness',
  address: 'quotas/letters-address',
  learner: 'quotas/letters-learner',
  staff: 'quotas/letters-staff',
  again: 'quotas/letters-again',
  invited: 'quotas/letters-invited',
} as const satisfies Record<LetterQuota, string>

/** From when on letters count for a limit, seen from `now`. */
export const countsFrom = (quota: LetterQuota, now: Instant): Instant =>
  new Date(Date.parse(now) - letterLimits[quota].within).toISOString()

/**
 * Refuses one more letter where those `written` within the limit's time, newest first, reach it; says from when on the
 * next one is possible.
 */
export function requireLetterRoom(quota: LetterQuota, written: readonly Instant[]): void {
  const { most, within } = letterLimits[quota]
  const oldest = written[most - 1]
  if (!oldest) return
  const until = new Date(Date.parse(oldest) + within).toISOString()
  throw new Refusal(letterCodes[quota], { most, until })
}

/** How full a limit is, from 0 to 1; more is shown as full. */
export const shareOf = (used: number, limit: number): number => Math.min(1, limit === 0 ? 1 : used / limit)

/** From this share on an administrator is warned. */
export const nearlyFull = 0.8
