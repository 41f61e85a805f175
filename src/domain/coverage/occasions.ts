/** Occasions on which competence was shown: a day, a customer, who saw it; and whether there are enough of them (R89 to R91, R101). */
import type { EvidenceType, Setting } from '../evidence/evidence.ts'
import { Refusal } from '../refusal.ts'
import { type Day, dayNumber } from '../time.ts'
import { nameOf } from './quantifiers.ts'
import type { Demand } from './reading.ts'

/** How the learner and the customer were in touch. */
export const channels = ['face-to-face', 'telephone', 'e-mail', 'chat', 'letter', 'other'] as const
export type Channel = (typeof channels)[number]

/** One dated instance of competence, as its author describes it in the evidence. It is never changed afterwards. */
export type Occasion = {
  /** Its place in the evidence; the first is the day that the evidence itself shows. */
  number: number
  /** Null only while the evidence is a draft and its day is not said. */
  day: Day | null
  /** A short name or initials: "customer B". Empty where it is not said. */
  customer: string
  /** Where it was; that of the evidence where nothing else is said. */
  setting: Setting | null
  channel: Channel | null
  /** Who saw it; empty where it is not said. */
  seenBy: string
  /** The criteria it shows; null: all that the evidence is put to. */
  criteria: string[] | null
}

/** As its author gives them: numbered in the order given, the first being the day that the evidence shows. */
export const numbered = (given: readonly Omit<Occasion, 'number'>[]): Occasion[] =>
  given.map((one, at) => ({ ...one, number: at + 1, day: at === 0 ? null : one.day }))

type Showing = Pick<Occasion, 'number' | 'criteria' | 'setting'>

/**
 * The first is kept only where more is said of it than its day; without, it shows all that the evidence is put to. The view
 * `evidence_occasions` says the same to those who ask for the days.
 */
export const withFirst = (kept: readonly Showing[]): readonly Showing[] =>
  kept.some(o => o.number === 1) ? kept : [{ number: 1, criteria: null, setting: null }, ...kept]

/** Whether an occasion shows this criterion. */
export const shows = ({ criteria }: Pick<Occasion, 'criteria'>, criterionId: string): boolean =>
  criteria === null || criteria.includes(criterionId)

/** Refuses to leave out of the count an occasion that is not there, or all of them, and to add one that is still to come. */
export function checkOccasions(
  standing: readonly Pick<Occasion, 'number'>[],
  { add, out }: { add: readonly { day: Day }[]; out: readonly number[] },
  today: Day,
): void {
  const known = new Set(standing.map(o => o.number))
  if (out.some(number => !known.has(number))) throw new Refusal('coverage/no-such-occasion', { occasions: out })
  if (add.length === 0 && out.length >= known.size) throw new Refusal('coverage/no-occasion-left')
  if (add.some(o => o.day > today)) throw new Refusal('coverage/occasion-to-come')
}

/** An occasion that counts: on this evidence, for these criteria, by the word of a qualified assessor. */
export type CountedOccasion = Omit<Occasion, 'criteria'> & {
  day: Day
  evidence: { id: string; number: number; version: number }
  type: EvidenceType | null
  criteria: string[]
}

export type Spread = {
  days: Day[]
  customers: string[]
  /** Days from the first to the last. */
  period: number
  /** Days on which an observation is among what was simulated; only asked for where anything was. */
  observedDays: Day[]
  simulated: boolean
}

/** What the occasions come to: the same day twice is one day, the same customer under two spellings one customer. */
export function spreadOf(occasions: readonly CountedOccasion[]): Spread {
  const days = different(occasions.map(o => o.day))
  const customers = new Map(occasions.filter(o => o.customer.trim()).map(o => [nameOf(o.customer), o.customer.trim()]))
  const staged = occasions.filter(o => o.setting === 'simulation' || o.setting === 'realistic-working-environment')
  return {
    days,
    customers: [...customers.values()],
    period: days.length > 0 ? dayNumber(days.at(-1) as Day) - dayNumber(days[0] as Day) : 0,
    observedDays: different(staged.filter(o => o.type === 'observation').map(o => o.day)),
    simulated: staged.length > 0,
  }
}

export const spreadShortfalls = ['days', 'customers', 'period', 'observations'] as const
export type SpreadShortfall = { what: (typeof spreadShortfalls)[number]; have: number; need: number }

/** Where the occasions fall short of what the unit demands; none where there are enough. */
export function shortfallsOf(spread: Spread, demand: Demand): SpreadShortfall[] {
  const asked: SpreadShortfall[] = [
    { what: 'days', have: spread.days.length, need: demand.days },
    { what: 'customers', have: spread.customers.length, need: demand.customers },
    { what: 'period', have: spread.period, need: demand.period },
    { what: 'observations', have: spread.observedDays.length, need: spread.simulated ? demand.observations : 0 },
  ]
  return asked.filter(a => a.have < a.need)
}

/** The occasions on which one criterion was shown, oldest first (R51). */
export const daysOf = (criterionId: string, occasions: readonly CountedOccasion[]): Day[] =>
  different(occasions.filter(o => o.criteria.includes(criterionId)).map(o => o.day))

const different = (days: readonly Day[]): Day[] => [...new Set(days)].sort()
