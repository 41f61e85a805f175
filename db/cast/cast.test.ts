import { existsSync, readdirSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { leastFeedback } from '#domain/decisions/decide.ts'
import { returnReasons } from '#domain/decisions/layers.ts'
import { allocationRoles, roleNeededFor } from '#domain/people/roles.ts'
import { planNeededFor } from '#domain/planning/plan-entry.ts'
import { compareNumbers } from '#domain/qualifications/numbering.ts'
import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import type { Criterion, UnitSpecification } from '#domain/qualifications/specification.ts'
import { checklists } from '#domain/settings/checklists.ts'
import { methods } from './methods.ts'
import { authorities, centres, people, registrations } from './people.ts'
import { sampleSpecification } from './qualification.ts'
import { setUps } from './set-ups.ts'
import { type Step, story } from './story.ts'
import { worksheetOf, worksheets } from './worksheets.ts'

const { qualifications, units } = sampleSpecification
const files = new URL('./files/', import.meta.url)

const criteria = new Map<string, { unit: UnitSpecification; criterion: Criterion }>(
  units.flatMap(unit =>
    unit.outcomes.flatMap(o =>
      o.criteria.map(criterion => [`${unit.id} ${criterion.number}`, { unit, criterion }] as const),
    ),
  ),
)
const registrationOf = (key: string) => {
  const found = registrations.find(one => one.key === key)
  if (!found) throw new Error(`no registration ${key}`)
  return found
}
const qualificationOf = (number: string) => {
  const found = qualifications.find(one => one.number === number)
  if (!found) throw new Error(`no qualification ${number}`)
  return found
}
const personOf = (key: string) => people.find(one => one.key === key)
const rolesIn = (centre: string, key: string) => personOf(key)?.roles.find(one => one.centre === centre)?.roles ?? []

const moment = (step: { daysAgo: number; time: string }) =>
  -step.daysAgo * 24 * 60 + Number(step.time.slice(0, 2)) * 60 + Number(step.time.slice(3))
const stepsOf = <Do extends Step['do']>(...wanted: Do[]) =>
  story.filter((step): step is Extract<Step, { do: Do }> => (wanted as string[]).includes(step.do))

/** What was done to one piece of evidence before a step, the latest last. */
const before = (step: Step, evidence: string) =>
  story.slice(0, story.indexOf(step)).filter(earlier => 'evidence' in earlier && earlier.evidence === evidence)
const contentAt = (step: Step, evidence: string) => {
  const last = before(step, evidence).findLast(one => one.do === 'add-evidence' || one.do === 'new-version')
  if (last?.do !== 'add-evidence' && last?.do !== 'new-version') throw new Error(`${evidence} was never added`)
  return last
}
/** The steps that belong to the newest version. */
const sinceVersion = (step: Step, evidence: string) => {
  const all = before(step, evidence)
  return all.slice(all.findLastIndex(one => one.do === 'add-evidence' || one.do === 'new-version'))
}
const claimedAt = (step: Step & { evidence: string; registration: string }) =>
  sinceVersion(step, step.evidence).flatMap(one =>
    one.do === 'claim' && one.registration === step.registration ? one.criteria : [],
  )

function checkCharacter(digits: string): number {
  return [8, 7, 6, 5, 4, 3, 2].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11
}

describe('the sample specification', () => {
  it('places every unit, and only units that exist; two stand in both qualifications [R21]', () => {
    const placed = qualifications.flatMap(one => one.units.map(place => place.unit))
    expect(new Set(placed)).toEqual(new Set(units.map(unit => unit.id)))
    expect(placed.filter((unit, at) => placed.indexOf(unit) !== at)).toEqual(['L/299/1062', 'L/299/1093'])
  })

  it('numbers its criteria once each and in order, 2.10 after 2.9 [R18]', () => {
    for (const unit of units) {
      const numbers = unit.outcomes.flatMap(outcome => outcome.criteria.map(one => one.number))
      expect(numbers).toEqual([...new Set(numbers)].toSorted(compareNumbers))
    }
    expect(criteria.has('D/299/1079 2.10')).toBe(true)
    expect(criteria.size).toBe(172)
  })

  it('carries numbers that do not look mistyped', () => {
    for (const { id } of units) expect(id[0]).toBe('ADFHJKLMRTY'[checkCharacter(id.slice(2).replace('/', ''))])
    for (const { number } of qualifications) {
      const check = checkCharacter(`${number}`.slice(0, 8).replace('/', ''))
      expect(number?.at(-1)).toBe(check === 10 ? 'X' : `${check}`)
    }
  })

  it('knows every kind of simulation permission, and excepts only criteria that exist [R99]', () => {
    const permissions = new Set(units.map(unit => unit.simulation.permission))
    expect(permissions).toEqual(new Set(['not-allowed', 'allowed', 'rwe-only', 'exceptions', null]))
    for (const unit of units) {
      for (const { criterion } of unit.simulation.exceptions) expect(criteria.has(`${unit.id} ${criterion}`)).toBe(true)
    }
  })
})

describe('the people', () => {
  it('are each one person with one address, and a story', () => {
    expect(new Set(people.map(one => one.email)).size).toBe(people.length)
    expect(new Set(people.map(one => one.key)).size).toBe(people.length)
    for (const one of people) expect(one.password.length).toBeGreaterThanOrEqual(12)
    for (const one of people.flatMap(p => p.roles)) expect(centres.map(centre => centre.key)).toContain(one.centre)
  })

  it('hold the role, in that centre, that each place on a registration needs', () => {
    for (const one of registrations) {
      expect(rolesIn(one.centre, one.learner)).toContain('learner')
      for (const place of allocationRoles) {
        const key = place === 'trainee-assessor' ? one.traineeAssessor : one[place]
        if (key)
          expect(
            roleNeededFor[place].some(role => rolesIn(one.centre, key).includes(role)),
            `${key} at ${one.key}`,
          ).toBe(true)
      }
      expect(one.countersigner === null).toBe(one.traineeAssessor === null)
      expect(one.countersigner).not.toBe(one.traineeAssessor ?? 'nobody')
    }
  })

  it('have authority for the qualifications that they judge [R115]', () => {
    for (const one of registrations) {
      const needed = {
        'trainee-assessor': one.traineeAssessor,
        assessor: one.assessor,
        countersigner: one.countersigner,
        iqa: one.iqa,
      }
      for (const [as, key] of Object.entries(needed)) {
        const held = authorities.some(
          a =>
            a.person === key &&
            a.as === as &&
            a.qualification === one.qualification &&
            a.centre === one.centre &&
            a.sinceDaysAgo > one.startedDaysAgo,
        )
        expect(key === null || held, `${key} as ${as} of ${one.key}`).toBe(true)
      }
    }
  })

  it('have chosen units that make the qualification, except Kofi, whose options are still to be agreed [R43]', () => {
    for (const one of registrations) {
      const verdict = checkCombination(qualificationOf(one.qualification), units, one.units)
      expect(verdict.valid, `${one.key}: ${verdict.problems.map(p => p.message).join(' ')}`).toBe(
        one.key !== 'kofi-diploma',
      )
    }
  })
})

describe('the story', () => {
  it('runs forward, ends yesterday, and begins for nobody before they were registered', () => {
    for (const [at, step] of story.entries()) {
      expect(step.daysAgo).toBeGreaterThanOrEqual(1)
      if (at > 0) expect(moment(step)).toBeGreaterThanOrEqual(moment(story[at - 1] as Step))
      if ('registration' in step) expect(step.daysAgo).toBeLessThan(registrationOf(step.registration).startedDaysAgo)
    }
    for (const step of stepsOf('add-evidence', 'new-version')) {
      expect(step.content.showsDaysAgo, step.evidence).toBeGreaterThanOrEqual(step.daysAgo)
      for (const key of step.registrations)
        expect(registrationOf(key).startedDaysAgo).toBeGreaterThan(step.content.showsDaysAgo)
    }
  })

  it('lets everybody act in a role that they hold, in the centre of the learner', () => {
    for (const step of story) {
      const key = 'registration' in step ? step.registration : 'registrations' in step ? step.registrations[0] : null
      if (key) expect(rolesIn(registrationOf(key).centre, step.who), `${step.who} ${step.do}`).toContain(step.as)
    }
  })

  it('adds each piece of evidence once, before anything else is done to it', () => {
    const added = stepsOf('add-evidence').map(step => step.evidence)
    expect(new Set(added).size).toBe(added.length)
    for (const step of story) {
      if ('evidence' in step && step.do !== 'add-evidence')
        expect(before(step, step.evidence)[0]?.do).toBe('add-evidence')
    }
  })

  it('puts in no kind of evidence that the qualification does not accept [R69]', () => {
    const found = stepsOf('add-evidence', 'new-version').filter(step =>
      step.registrations
        .map(registrationOf)
        .some(r => methods.some(m => m.qualification === r.qualification && m.switchedOff.includes(step.content.type))),
    )
    expect(found).toEqual([])
  })
  it('plans every discussion and all questions before the day, and only for days to come [R78]', () => {
    const plans = new Map(stepsOf('plan').map(step => [step.plan, step]))
    expect(plans.size).toBe(stepsOf('plan').length)
    for (const step of plans.values()) expect(step.forDaysAgo, step.plan).toBeLessThan(step.daysAgo)
    for (const { content, evidence } of stepsOf('add-evidence', 'new-version')) {
      const made = content.plan ? plans.get(content.plan) : undefined
      const needed = planNeededFor[content.type]
      expect(made?.kind, evidence).toBe(needed)
      if (made) expect(made.daysAgo, evidence).toBeGreaterThan(content.showsDaysAgo)
    }
    expect([...plans.values()].some(step => step.forDaysAgo < 0)).toBe(true)
  })

  it('names only criteria of units that the learner has chosen', () => {
    for (const step of story) {
      if (!('registration' in step)) continue
      const named =
        'criteria' in step
          ? step.criteria
          : 'met' in step
            ? [...step.met, ...step.notYetMet.map(one => one.criterion)]
            : []
      for (const one of named) {
        expect(criteria.has(one), one).toBe(true)
        expect(registrationOf(step.registration).units, `${step.do} ${one}`).toContain(one.split(' ')[0])
      }
    }
  })

  it('submits nothing without a claim, once for each version, by the learner', () => {
    for (const step of stepsOf('submit')) {
      const since = sinceVersion(step, step.evidence)
      expect(since.some(one => one.do === 'claim' && one.criteria.length > 0)).toBe(true)
      expect(since.some(one => one.do === 'submit')).toBe(false)
      expect(registrationOf(step.registrations[0] ?? '').learner).toBe(step.who)
    }
  })

  it('judges only what was submitted, never one’s own work, and leaves no claim without a word', () => {
    for (const step of stepsOf('provisional-decision', 'decision', 'return')) {
      const { learner } = registrationOf(step.registration)
      expect(step.who).not.toBe(learner)
      const since = sinceVersion(step, step.evidence)
      expect(
        since.some(one => one.do === 'submit'),
        step.evidence,
      ).toBe(true)
      const judged = step.do === 'return' ? step.criteria : [...step.met, ...step.notYetMet.map(one => one.criterion)]
      expect(new Set(judged).size, step.evidence).toBe(judged.length)
      expect(judged).toEqual(expect.arrayContaining(claimedAt(step)))
      if (step.do !== 'return') expect(step.met.length, step.evidence).toBeGreaterThan(0)
      const again = since.filter(one => one.do === step.do && one.registration === step.registration)
      expect(again, `${step.evidence} is judged once`).toEqual([])
    }
  })

  it('is judged by those who are allocated, and with a trainee in the loop by the trainee first [R7]', () => {
    for (const step of stepsOf('provisional-decision'))
      expect(step.who).toBe(registrationOf(step.registration).traineeAssessor)
    for (const step of stepsOf('decision')) {
      const { traineeAssessor, countersigner, assessor } = registrationOf(step.registration)
      expect(step.who).toBe(countersigner ?? assessor)
      const ticked = sinceVersion(step, step.evidence).some(one => one.do === 'provisional-decision')
      expect(ticked).toBe(traineeAssessor !== null)
    }
  })

  it('accepts all at once only what stood there, with a reason [R5]', () => {
    for (const step of stepsOf('provisional-decision', 'decision')) {
      if (!step.accepted) continue
      const tick = sinceVersion(step, step.evidence).find(one => one.do === 'provisional-decision')
      const stood =
        step.accepted.layer === 'learner' ? claimedAt(step) : tick?.do === 'provisional-decision' ? tick.met : []
      expect(step.met).toEqual(stood)
      expect(step.accepted.rationale.length).toBeGreaterThan(10)
    }
  })

  it('refuses simulation where the unit does, and records why where it is an exception [R99, R100]', () => {
    for (const step of stepsOf('claim', 'decision', 'provisional-decision')) {
      const { setting, simulationReason, type } = contentAt(step, step.evidence).content
      for (const one of step.do === 'claim' ? step.criteria : step.met) {
        const { unit, criterion } = criteria.get(one) ?? {}
        const { permission, exceptions } = unit?.simulation ?? { permission: null, exceptions: [] }
        const excepted = exceptions.some(e => e.criterion === criterion?.number) && simulationReason !== null
        if (setting === 'simulation') expect(permission === 'allowed' || excepted, `${step.evidence} ${one}`).toBe(true)
        if (type === 'worksheet') expect(criterion?.kind, `${step.evidence} ${one}`).toBe('knowledge')
      }
    }
  })

  it('names a checked set-up of its kind for whatever was simulated, made for the units that it was claimed for [R105]', () => {
    for (const one of setUps) {
      expect(rolesIn(one.centre, one.by)).toContain('assessor')
      expect(rolesIn(one.centre, one.check.by).some(role => role === 'assessor' || role === 'iqa')).toBe(true)
    }
    for (const step of stepsOf('claim')) {
      const { setting, setUp } = contentAt(step, step.evidence).content
      const named = setUps.find(one => one.key === setUp)
      expect(named?.kind ?? null, step.evidence).toBe(setting === 'simulation' ? setting : null)
      const numbers = step.criteria.map(one => criteria.get(one)?.unit.number)
      if (named) expect(named.units).toEqual(expect.arrayContaining(numbers))
      if (named) expect(named.check.met).toHaveLength(checklists[named.kind].length)
    }
  })

  it('answers every question of a worksheet and claims what it asks for; every answer is marked with every decision [R82]', () => {
    for (const one of worksheets) {
      expect(rolesIn(one.centre, one.by)).toContain('assessor')
      const unit = units.find(u => u.number === one.unit)
      for (const { asks } of one.questions)
        expect(criteria.get(`${unit?.id} ${asks}`)?.criterion.kind).toBe('knowledge')
    }
    const answered = stepsOf('add-evidence', 'new-version').flatMap(step =>
      step.content.worksheet ? [{ ...step, sheet: worksheetOf(step.content.worksheet) }] : [],
    )
    for (const { content, evidence, daysAgo, sheet } of answered) {
      expect(sheet.madeDaysAgo, evidence).toBeGreaterThan(daysAgo)
      expect(content).toMatchObject({ type: 'worksheet', title: sheet.title })
      for (const { answer } of content.record?.questions ?? []) expect(answer, evidence).not.toBe('')
      const unit = units.find(u => u.number === sheet.unit)
      const claimed = stepsOf('claim').filter(step => step.evidence === evidence)
      expect(claimed.flatMap(step => step.criteria)).toEqual(sheet.questions.map(q => `${unit?.id} ${q.asks}`))
    }
    for (const step of stepsOf('decision', 'provisional-decision')) {
      const sheet = answered.find(one => one.evidence === step.evidence)?.sheet
      expect(step.marks.map(m => m.question)).toEqual(sheet?.questions.map((_, at) => at + 1) ?? [])
    }
    const judged = new Set(stepsOf('decision').map(step => step.evidence))
    expect(answered.filter(one => judged.has(one.evidence)).length).toBeGreaterThan(0)
    expect(answered.filter(one => !judged.has(one.evidence)).length).toBeGreaterThan(0)
  })

  it('ticks that more than one is shown whenever a criterion that asks for it is met [R30]', () => {
    for (const step of stepsOf('provisional-decision', 'decision')) {
      const plural = step.met.filter(one => criteria.get(one)?.criterion.plural)
      expect(Object.keys(step.enough).toSorted(), step.evidence).toEqual(plural.toSorted())
    }
  })

  it('gives feedback that is specific and never the same twice [R121]', () => {
    const feedback = story.flatMap(step =>
      'feedback' in step ? [step.feedback] : 'response' in step ? [step.response] : [],
    )
    expect(new Set(feedback).size).toBe(feedback.length)
    for (const one of feedback) expect(one.length).toBeGreaterThan(leastFeedback * 3)
  })

  it('covers only requirements that the unit has [R92]', () => {
    const known = units.flatMap(unit =>
      unit.evidenceRequirements.flatMap(r => [
        `${unit.id} ${r.number}`,
        ...r.items.map(item => `${unit.id} ${r.number}${item.code}`),
      ]),
    )
    for (const step of stepsOf('decision', 'provisional-decision'))
      expect(known).toEqual(expect.arrayContaining(step.covers))
  })

  it('signs a unit off without a gap, and decides nothing on it afterwards [R141]', () => {
    for (const step of stepsOf('sign-off')) {
      const at = story.indexOf(step)
      const mine = stepsOf('decision').filter(one => one.registration === step.registration)
      const earlier = mine.filter(one => story.indexOf(one) < at)
      const unit = units.find(one => one.id === step.unit)
      const met = new Set(earlier.flatMap(one => one.met))
      const missing = [...criteria.keys()].filter(one => one.startsWith(`${step.unit} `) && !met.has(one))
      expect(missing).toEqual([])
      const covered = new Set(earlier.flatMap(one => one.covers))
      for (const r of unit?.evidenceRequirements.filter(one => one.kind === 'must') ?? []) {
        const items = r.items.map(item => `${step.unit} ${r.number}${item.code}`)
        const have =
          items.length > 0
            ? items.filter(one => covered.has(one)).length
            : Number(covered.has(`${step.unit} ${r.number}`))
        expect(have, `${step.unit} requirement ${r.number}`).toBeGreaterThanOrEqual(
          r.atLeast ?? Math.max(items.length, 1),
        )
      }
      const later = mine.slice(earlier.length).flatMap(one => one.met)
      expect(later.filter(one => one.startsWith(`${step.unit} `))).toEqual([])
      expect(earlier.some(one => one.who === step.who)).toBe(true)
    }
  })

  it('samples after the decision, by an IQA who did not make it [R143]', () => {
    for (const step of stepsOf('sample')) {
      const { of } = step
      const earlier = story.slice(0, story.indexOf(step))
      const decided = earlier.filter(one =>
        'evidence' in of
          ? one.do === 'decision' && one.evidence === of.evidence
          : one.do === 'sign-off' && one.unit === of.unit && one.registration === step.registration,
      )
      expect(decided.length, JSON.stringify(of)).toBeGreaterThan(0)
      expect(decided.map(one => one.who)).not.toContain(step.who)
      expect(step.who).toBe(registrationOf(step.registration).iqa)
    }
    for (const step of stepsOf('question')) {
      const met = before(step, step.evidence).flatMap(one => (one.do === 'decision' ? one.met : []))
      expect(met).toEqual(expect.arrayContaining(step.criteria))
    }
  })

  it('makes a new version only of what was returned, and withdraws only what nobody has decided', () => {
    for (const step of stepsOf('new-version')) expect(before(step, step.evidence).at(-1)?.do).toBe('return')
    for (const step of stepsOf('withdraw')) {
      expect(before(step, step.evidence).some(one => one.do === 'decision' || one.do === 'return')).toBe(false)
    }
  })

  it('returns something for every coded reason', () => {
    expect(new Set(stepsOf('return').map(step => step.reason))).toEqual(new Set(returnReasons))
  })

  it('leaves living data: at least two criteria for every reason why something does not count [R10]', () => {
    const left = { 'not-submitted': 0, 'not-assessed': 0, 'not-countersigned': 0, returned: 0, 'not-yet-met': 0 }
    for (const claim of stepsOf('claim')) {
      const after = story
        .slice(story.indexOf(claim))
        .filter(one => 'evidence' in one && one.evidence === claim.evidence)
      const has = (wanted: Step['do']) =>
        after.some(one => one.do === wanted && (!('registration' in one) || one.registration === claim.registration))
      const decision = after.find(one => one.do === 'decision' && one.registration === claim.registration)
      if (has('withdraw')) continue
      if (has('return')) left.returned += claim.criteria.length
      else if (decision?.do === 'decision') left['not-yet-met'] += decision.notYetMet.length
      else if (has('provisional-decision')) left['not-countersigned'] += claim.criteria.length
      else if (has('submit')) left['not-assessed'] += claim.criteria.length
      else left['not-submitted'] += claim.criteria.length
    }
    for (const [reason, count] of Object.entries(left)) expect(count, reason).toBeGreaterThanOrEqual(2)
  })
})

describe('the files', () => {
  it('are all there, all used, and small', () => {
    const putIn = stepsOf('add-evidence', 'new-version').flatMap(step => step.content.files ?? [])
    const beside = stepsOf('provisional-decision', 'decision').flatMap(step => step.beside)
    const used = new Set([...putIn, ...beside])
    for (const name of used) expect(existsSync(new URL(encodeURIComponent(name), files)), name).toBe(true)
    const there = readdirSync(files).filter(name => name !== 'README.md')
    expect(new Set(there.map(name => name.normalize()))).toEqual(new Set([...used].map(name => name.normalize())))
    const size = there.reduce((sum, name) => sum + statSync(new URL(encodeURIComponent(name), files)).size, 0)
    expect(size).toBeLessThan(2_000_000)
  })
})
