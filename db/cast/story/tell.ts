/**
 * The grammar of the story: its steps, and a teller for one portfolio, so that each learner's story reads as it happened.
 *
 * A moment is written '121 12:40': so many days ago, at that time of day. Criteria are written by unit number,
 * { 1: '1.1-1.5 2.1', CH3: '2.1' }, and stand in the steps as 'D/299/1017 1.1'.
 */

import type { Channel } from '#domain/coverage/occasions.ts'
import type { ReturnReason } from '#domain/decisions/layers.ts'
import type { EvidenceType, Setting } from '#domain/evidence/evidence.ts'
import type { EvidenceRecord } from '#domain/evidence/record-fields.ts'
import type { Role } from '#domain/people/roles.ts'
import type { Place } from '#domain/pins/pins.ts'
import type { PlanKind } from '#domain/planning/plan-entry.ts'
import type { Customers, Sector } from '#domain/settings/settings.ts'
import type { Mark } from '#domain/worksheets/marks.ts'
import { people, registrations } from '../people.ts'
import { sampleSpecification } from '../qualification.ts'
import { worksheetOf } from '../worksheets.ts'

export type Moment = `${number} ${number}:${number}`
/** An occasion beyond the day of the evidence itself; `shows` of the first is that day. */
export type ToldOccasion = { daysAgo: number; customer: string; channel: Channel | null; seenBy: string }

/** What a piece of evidence is made of: uploaded files (names in db/cast/files) or paragraphs written on the spot. */
type Content =
  | { kind: 'file'; files: string[]; statement: null }
  | { kind: 'statement'; files: null; statement: string[] }

export type EvidenceContent = Content & {
  title: string
  type: EvidenceType
  setting: Setting
  /** The day that the evidence shows, which is never later than the day it was added. */
  showsDaysAgo: number
  description: string
  /** On which occasions it shows competence (R89); none where nothing is said but the day. */
  occasions: ToldOccasion[]
  sector: Sector
  customers: Customers
  /** Why nothing natural could be had, where a unit allows simulation by exception only (R100). */
  simulationReason: string | null
  /** Which of the centre's simulations or environments it came from (R105). */
  setUp: string | null
  /** The plan that a discussion or questions followed (R78). */
  plan: string | null
  /** What the form of its kind holds. */
  record: EvidenceRecord | null
  /** The worksheet of the centre that it answers (R82); its answers stand in the record. */
  worksheet: string | null
  /** Other evidence of the same learner that it follows up or relates to. */
  relatesTo: string[]
  /** The parts of its one recording: from, to, title, and the criteria that each shows (R77). */
  parts: { from: number; to: number; title: string; criteria: string[] }[]
  /** Where the claims rest: in the file of this name, or where there is none in the statement. */
  pins: { criteria: string[]; file: string | null; place: Place }[]
}

type On = { evidence: string; registration: string }

export type Step = { daysAgo: number; time: string; who: string; as: Role } & (
  | { do: 'add-evidence'; evidence: string; registrations: string[]; content: EvidenceContent }
  | ({ do: 'claim'; criteria: string[] } & On)
  /** Whoever wrote it for the learner gives their word on it (R88). */
  | { do: 'hand-over'; evidence: string }
  /** Somebody goes to see what is kept elsewhere (R71). */
  | { do: 'see-where-kept'; evidence: string; note: string }
  /** The one who submits declares that the work is the learner's own. */
  | { do: 'submit'; evidence: string; registrations: string[] }
  | ({ do: 'provisional-decision' } & Judgement & On)
  /** With a trainee in the loop this is the countersignature, and `accepted` may be 'trainee'. */
  | ({ do: 'decision' } & Judgement & On)
  /** The whole item goes back: every criterion claimed on it is not yet met, for this reason. */
  | ({ do: 'return'; criteria: string[]; reason: ReturnReason; feedback: string } & On)
  /** Old version and its decisions stay; claims must be made again. */
  | { do: 'new-version'; evidence: string; version: number; registrations: string[]; content: EvidenceContent }
  | { do: 'withdraw'; evidence: string; reason: string }
  /** What is planned with the learner, for so many days ago; less than none is a day to come. */
  | {
      do: 'plan'
      plan: string
      registration: string
      kind: PlanKind
      forDaysAgo: number
      text: string
      criteria: string[]
    }
  | { do: 'sign-off'; registration: string; unit: string; why: string }
  | { do: 'acknowledge'; registration: string; unit: string; comment: string }
  | { do: 'sample'; registration: string; of: SampleOf; outcome: SampleOutcome; feedback: string }
  | { do: 'respond'; registration: string; of: SampleOf; response: string }
  /** Confirmed criteria that a sampler doubts: they stop counting until they are confirmed again or revoked. */
  /** A letter with a link goes to somebody who saw it; they have not signed yet. */
  | {
      do: 'ask-witness'
      registration: string
      learner: string
      witness: string
      email: string
      asks: string
      about: string | null
    }
  | ({ do: 'question'; criteria: string[]; reason: string } & On)
)

export type Judgement = {
  met: string[]
  /** Claimed, and refused for now. */
  notYetMet: { criterion: string; reason: ReturnReason }[]
  /** Whose ticks were accepted all at once, exactly as they stood, and why; null when judged one by one. */
  accepted: { layer: 'learner' | 'trainee'; rationale: string } | null
  /** For a criterion that asks for more than one: that more than one is shown, and where; '' for the tick alone (R30). */
  enough: Record<string, string>
  /** Evidence requirements covered: 'D/299/1017 2a', or 'D/299/1017 1' where it has no items (R92). */
  covers: string[]
  /** One for each answer to a worksheet (R82). */
  marks: Mark[]
  /** Further documents that its maker puts beside it: names in db/cast/files (R87). */
  beside: string[]
  feedback: string
}

export type SampleOf = { unit: string } | { evidence: string }
export type SampleOutcome = 'accepted' | 'accepted-with-action' | 'rejected'

type Criteria = Record<string, string>
type Given = {
  title: string
  type: EvidenceType
  setting?: Setting
  sector?: Sector
  customers?: Customers
  shows?: number
  description: string
  files?: string[]
  statement?: string[]
  /** Days ago (null for the day it shows, which comes first), the customer, how they were in touch, who saw it. */
  occasions?: [daysAgo: number | null, customer: string, channel?: Channel, seenBy?: string][]
  simulationReason?: string
  setUp?: string
  plan?: string
  record?: EvidenceRecord
  worksheet?: string
  /** To the questions of the worksheet, in their order. */
  answers?: string[]
  relatesTo?: string[]
  pins?: [of: Criteria, file: string | null, place: Place][]
  parts?: [from: number, to: number, title: string, criteria: Criteria][]
  claims: Criteria
  /** Claims for the learner's other registration, where the evidence serves both (R72). */
  alsoFor?: Record<string, Criteria>
  /** Somebody else wrote it: an observation or a testimony. The learner claims and submits it at `submitted`. */
  by?: string
  submitted?: Moment | 'not-yet'
}
type Judged = {
  /** Claimed, or ticked by the trainee, and refused. */
  not?: Criteria
  /** Why it was refused; 'insufficient' where nothing else is said. */
  because?: ReturnReason
  /** Met without having been claimed. */
  also?: Criteria
  /** Why the ticks could be accepted all at once. */
  acceptAll?: string
  for?: string
  enough?: Record<string, string>
  covers?: string[]
  /** The answers to a worksheet that are not plainly enough, or about which something is said. */
  marks?: [question: number, enough: boolean, comment: string][]
  /** Files put beside it once it stands. */
  beside?: string[]
  feedback: string
}

/** 'D/299/1017' for 1: the reference of the unit that prints this number. */
export function unitOf(number: string): string {
  const unit = sampleSpecification.units.find(one => one.number === number)
  if (!unit) throw new Error(`the sample specification has no unit ${number}`)
  return unit.id
}

function criteriaOf(given: Criteria = {}): string[] {
  return Object.entries(given).flatMap(([unit, numbers]) =>
    numbers.split(' ').flatMap(range => {
      const [first = '', last = first] = range.split('-')
      const [outcome, from] = first.split('.')
      const count = Number(last.split('.')[1]) - Number(from) + 1
      return Array.from({ length: count }, (_, index) => `${unitOf(unit)} ${outcome}.${Number(from) + index}`)
    }),
  )
}

/** '1 2a' becomes 'D/299/1017 2a'. */
const spelt = (short: string) => short.replace(/^\S+/, unitOf)
const speltKeys = (given: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(given).map(([key, text]) => [spelt(key), text]))

function moment(when: Moment, minutesLater = 0) {
  const [daysAgo = '', time = ''] = when.split(' ')
  const [hours, minutes] = time.split(':').map(Number)
  const total = (hours ?? 0) * 60 + (minutes ?? 0) + minutesLater
  const two = (number: number) => `${number}`.padStart(2, '0')
  return { daysAgo: Number(daysAgo), time: `${two(Math.floor(total / 60))}:${two(total % 60)}` }
}

/** A council is a public service; the other employers of the cast are businesses. */
const sectorOf = (learner: string): Sector => (learner === 'leanne' ? 'public' : 'private')

function occasionsOf({ occasions = [] }: Given, shows: number): ToldOccasion[] {
  return occasions.map(([daysAgo, customer, channel, seenBy = '']) => ({
    daysAgo: daysAgo ?? shows,
    customer,
    channel: channel ?? null,
    seenBy,
  }))
}

const answersOf = (worksheet: string, answers: string[] = []) =>
  worksheetOf(worksheet).questions.map(({ text }, at) => ({
    question: text,
    answer: answers[at] ?? '',
    form: 'written' as const,
  }))

/** Enough, where nothing else is said. */
const marksOf = (questions: number, said: Judged['marks'] = []): Mark[] =>
  Array.from({ length: questions }, (_, at) => {
    const [question, enough, comment] = said.find(([number]) => number === at + 1) ?? [at + 1, true, '']
    return { question, enough, comment }
  })

function contentOf(given: Given, when: Moment, sector: Sector): EvidenceContent {
  const content: Content = given.files
    ? { kind: 'file', files: given.files, statement: null }
    : { kind: 'statement', files: null, statement: given.statement ?? [] }
  return {
    ...content,
    title: given.title,
    type: given.type,
    setting: given.setting ?? 'real-job',
    sector: given.sector ?? sector,
    customers: given.customers ?? 'external',
    showsDaysAgo: given.shows ?? moment(when).daysAgo,
    description: given.description,
    occasions: occasionsOf(given, given.shows ?? moment(when).daysAgo),
    simulationReason: given.simulationReason ?? null,
    setUp: given.setUp ?? null,
    plan: given.plan ?? null,
    record: given.worksheet ? { questions: answersOf(given.worksheet, given.answers) } : (given.record ?? null),
    worksheet: given.worksheet ?? null,
    relatesTo: given.relatesTo ?? [],
    pins: (given.pins ?? []).map(([of, file, place]) => ({ criteria: criteriaOf(of), file, place })),
    parts: (given.parts ?? []).map(([from, to, title, of]) => ({ from, to, title, criteria: criteriaOf(of) })),
  }
}

/** Tells one learner's story. What it remembers is what has been claimed and ticked, so that accepting all is exact. */
export function portfolio(key: string) {
  const registration = registrations.find(one => one.key === key)
  if (!registration) throw new Error(`nobody is registered as ${key}`)
  const { learner, assessor, traineeAssessor, iqa } = registration
  const steps: Step[] = []
  const claims = new Map<string, string[]>()
  const ticks = new Map<string, string[]>()
  const serves = new Map<string, string[]>()
  const versions = new Map<string, number>()
  /** How many questions a worksheet has, by the evidence that answers it. */
  const asked = new Map<string, number>()

  function roleOf(who: string, wanted: Role[]): Role {
    const at = people.find(one => one.key === who)?.roles.find(one => one.centre === registration?.centre)
    const role = wanted.find(one => at?.roles.includes(one))
    if (!role) throw new Error(`${who} has no role for this`)
    return role
  }

  function claimAndSubmit(evidence: string, given: Given, when: Moment) {
    const wanted = { [key]: given.claims, ...given.alsoFor }
    for (const [of, asked] of Object.entries(wanted)) {
      const criteria = criteriaOf(asked)
      claims.set(`${evidence} ${of}`, criteria)
      ticks.delete(`${evidence} ${of}`)
      steps.push({ ...moment(when, 4), who: learner, as: 'learner', do: 'claim', evidence, registration: of, criteria })
    }
    if (given.submitted === 'not-yet') return
    const registrationsServed = Object.keys(wanted)
    steps.push({
      ...moment(when, 7),
      who: learner,
      as: 'learner',
      do: 'submit',
      evidence,
      registrations: registrationsServed,
    })
  }

  function judge(evidence: string, given: Judged, basis: 'learner' | 'trainee'): Judgement & On {
    const of = given.for ?? key
    const claimed = claims.get(`${evidence} ${of}`) ?? []
    const ticked = basis === 'trainee' ? (ticks.get(`${evidence} ${of}`) ?? []) : claimed
    const refused = criteriaOf(given.not)
    const met = [...ticked.filter(one => !refused.includes(one)), ...criteriaOf(given.also)]
    return {
      evidence,
      registration: of,
      met,
      notYetMet: [...new Set([...claimed, ...refused])]
        .filter(one => !met.includes(one))
        .map(criterion => ({ criterion, reason: given.because ?? 'insufficient' })),
      accepted: given.acceptAll ? { layer: basis, rationale: given.acceptAll } : null,
      enough: speltKeys(given.enough),
      covers: (given.covers ?? []).map(spelt),
      marks: marksOf(asked.get(evidence) ?? 0, given.marks),
      beside: given.beside ?? [],
      feedback: given.feedback,
    }
  }

  return {
    steps,

    /** Made by the assessor, or by the trainee where there is one, unless the learner made it. */
    plan(
      plan: string,
      when: Moment,
      given: { kind: PlanKind; for: number; text: string; criteria: Criteria; by?: 'learner' },
    ) {
      const { kind, text } = given
      const who = given.by ? learner : (traineeAssessor ?? assessor)
      const as = given.by ?? (traineeAssessor ? 'trainee-assessor' : 'assessor')
      const on = { registration: key, forDaysAgo: given.for, criteria: criteriaOf(given.criteria) }
      steps.push({ ...moment(when), who, as, do: 'plan', plan, kind, text, ...on })
    },

    evidence(evidence: string, when: Moment, given: Given) {
      const who = given.by ?? learner
      const as = roleOf(who, ['learner', 'assessor', 'trainee-assessor', 'mentor'])
      const served = [key, ...Object.keys(given.alsoFor ?? {})]
      serves.set(evidence, served)
      if (given.worksheet) asked.set(evidence, worksheetOf(given.worksheet).questions.length)
      const content = contentOf(given, when, sectorOf(learner))
      steps.push({ ...moment(when), who, as, do: 'add-evidence', evidence, registrations: served, content })
      if (who !== learner) steps.push({ ...moment(when, 3), who, as, do: 'hand-over', evidence })
      const later = given.submitted === undefined || given.submitted === 'not-yet' ? when : given.submitted
      claimAndSubmit(evidence, given, later)
    },

    newVersion(evidence: string, when: Moment, given: Given) {
      const version = (versions.get(evidence) ?? 1) + 1
      versions.set(evidence, version)
      const registrations = serves.get(evidence) ?? [key]
      const content = contentOf(given, when, sectorOf(learner))
      const act = { do: 'new-version', evidence, version, registrations, content } as const
      steps.push({ ...moment(when), who: learner, as: 'learner', ...act })
      claimAndSubmit(evidence, given, when)
    },

    /** The trainee's judgement, which waits for the countersigner. */
    tick(evidence: string, when: Moment, given: Judged) {
      const judged = judge(evidence, given, 'learner')
      ticks.set(`${evidence} ${judged.registration}`, judged.met)
      const who = traineeAssessor ?? 'nobody'
      steps.push({ ...moment(when), who, as: 'trainee-assessor', do: 'provisional-decision', ...judged })
    },

    decide(evidence: string, when: Moment, given: Judged) {
      const judged = judge(evidence, given, traineeAssessor ? 'trainee' : 'learner')
      const who = registrations.find(one => one.key === judged.registration)?.assessor ?? 'nobody'
      steps.push({ ...moment(when), who, as: 'assessor', do: 'decision', ...judged })
    },

    sendBack(evidence: string, when: Moment, reason: ReturnReason, feedback: string) {
      const criteria = claims.get(`${evidence} ${key}`) ?? []
      const act = { do: 'return', evidence, registration: key, criteria, reason, feedback } as const
      steps.push({ ...moment(when), who: assessor, as: 'assessor', ...act })
    },

    seeWhereKept(evidence: string, when: Moment, who: string, note: string) {
      const as = roleOf(who, ['assessor', 'mentor', 'iqa', 'lead-iqa'])
      steps.push({ ...moment(when), who, as, do: 'see-where-kept', evidence, note })
    },

    askWitness(when: Moment, given: { witness: string; email: string; asks: string; about?: string }) {
      const { witness, email, asks, about = null } = given
      const act = { do: 'ask-witness', registration: key, learner, witness, email, asks, about } as const
      steps.push({ ...moment(when), who: learner, as: 'learner', ...act })
    },

    withdraw(evidence: string, when: Moment, reason: string) {
      steps.push({ ...moment(when), who: learner, as: 'learner', do: 'withdraw', evidence, reason })
    },

    /** Signed by the assessor, and acknowledged by the learner on the evening of the same day. */
    signOff(unit: string, when: Moment, why: string, comment: string) {
      const of = { registration: key, unit: unitOf(unit) }
      steps.push({ ...moment(when), who: assessor, as: 'assessor', do: 'sign-off', ...of, why })
      const evening: Moment = `${moment(when).daysAgo} 19:20`
      steps.push({ ...moment(evening), who: learner, as: 'learner', do: 'acknowledge', ...of, comment })
    },

    sample(of: SampleOf, when: Moment, outcome: SampleOutcome, feedback: string) {
      const as = roleOf(iqa, ['iqa', 'lead-iqa'])
      steps.push({ ...moment(when), who: iqa, as, do: 'sample', registration: key, of, outcome, feedback })
    },

    respond(of: SampleOf, when: Moment, response: string) {
      steps.push({ ...moment(when), who: assessor, as: 'assessor', do: 'respond', registration: key, of, response })
    },

    question(evidence: string, when: Moment, criteria: Criteria, reason: string) {
      const as = roleOf(iqa, ['iqa', 'lead-iqa'])
      const act = { do: 'question', evidence, registration: key, criteria: criteriaOf(criteria), reason } as const
      steps.push({ ...moment(when), who: iqa, as, ...act })
    },
  }
}
