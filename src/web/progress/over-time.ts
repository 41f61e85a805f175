/** Progress as a picture: how many criteria were claimed, and how many confirmed, by the end of each week. */
import type { StandingShown } from '../words/progress.ts'

export type Week = { endsOn: string; claimed: number; confirmed: number }

const day = 86_400_000

/**
 * Cumulative, week by week from the day of registration to `now`; at most `most` points, the last one is now.
 * A criterion counts as claimed from its claim on, whatever became of it, and as confirmed from the decision on.
 */
export function progressByWeek(
  standings: Iterable<Pick<StandingShown, 'state' | 'claimed' | 'decided'>>,
  registeredOn: string,
  now: Date,
  most = 60,
): Week[] {
  const claimed: number[] = []
  const confirmed: number[] = []
  for (const s of standings) {
    if (s.claimed) claimed.push(Date.parse(s.claimed.at))
    if (s.state === 'confirmed' && s.decided) confirmed.push(Date.parse(s.decided.at))
  }
  const start = Math.min(Date.parse(registeredOn), ...claimed, ...confirmed)
  const end = Math.max(now.getTime(), ...claimed, ...confirmed)
  const weeks = Math.max(1, Math.ceil((end - start) / (7 * day)))
  const step = Math.ceil(weeks / most)
  const points: Week[] = []
  for (let week = weeks % step; week <= weeks; week += step) {
    const until = week === weeks ? end : start + week * 7 * day
    const by = (times: number[]) => times.filter(t => t <= until).length
    points.push({ endsOn: new Date(until).toISOString().slice(0, 10), claimed: by(claimed), confirmed: by(confirmed) })
  }
  return points
}
