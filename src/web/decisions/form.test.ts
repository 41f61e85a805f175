import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecisionForm, decide } from '#domain/decisions/decide.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { aCriterion, aPiece } from '#test/judged.ts'
import { gapSentences } from '../words/decisions.ts'
import {
  type Assessment,
  acceptable,
  accepted,
  bodyOf,
  type Choice,
  choicesOf,
  feedbackHolds,
  gapsOf,
  marksOf,
  nothingTyped,
  onWhatStands,
  outcomeOf,
  placesOf,
  type StandingCoverage,
  type Typed,
  ticksToJudge,
  withoutAcceptance,
  withSeveral,
} from './form.ts'

const ids = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']
const tick = (criterionId: string, by = 'amina') => ({
  registrationId: 'reg',
  criterionId,
  by,
  byName: by,
  at: '2026-05-14T09:00:00.000Z',
})
const judged = (criterionId: string) => ({
  ...tick(criterionId, 'tom'),
  outcome: 'met' as const,
  reason: null,
  decisionId: 'd',
  inQuestion: false,
})

function assessment(claims: string[], trainee: string[] = []): Assessment {
  const criteria = ids.map(id => ({ id, number: id, text: id }))
  return {
    evidence: { version: 1, revision: 4, contentHash: 'abc' },
    decisions: [],
    registrations: [
      {
        registrationId: 'reg',
        own: ['assessor'],
        units: [{ id: 'u1', number: '1', code: 'U1', outcomes: [{ criteria }] }],
      },
      { registrationId: 'other', own: [], units: [{ number: '9', code: 'U9', outcomes: [{ criteria }] }] },
    ],
    obstacles: {},
    layers: { learner: claims.map(c => tick(c)), trainee: trainee.map(judged), assessor: [] },
  } as unknown as Assessment
}

const withFeedback = (typed: Typed, over: Partial<Typed> = {}): Typed => ({
  ...typed,
  feedback: 'The e-mail shows 1.1 to 1.6; next, bring the log.',
  ...over,
})
const noCoverage = { covers: [], occasions: { add: [], out: [] } }
const send = (a: Assessment, typed: Typed, standing: StandingCoverage = noCoverage) => {
  const places = placesOf(a)
  return bodyOf(a, typed, choicesOf(a, 'assessor', typed, places), places, 'request', standing, [])
}
const situation = (a: Assessment) => ({
  learnerId: 'amina',
  state: 'under-review' as const,
  authenticated: true,
  revision: 4,
  contentHash: 'abc',
  layers: a.layers,
  piece: aPiece({ type: null }),
  elsewhere: new Set<string>(),
  places: [
    {
      registrationId: 'reg',
      role: 'assessor' as const,
      countersignerNamed: false,
      criteria: new Map(ids.map(criterionId => [criterionId, aCriterion({ criterionId, kind: null })])),
    },
  ],
  decider: { personId: 'ben' },
})

describe('a decision as it is typed', () => {
  it('accept all copies exactly the ticks of that layer, and what is sent is what the house accepts [R5]', () => {
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), fc.subarray(ids), (claims, taken) => {
        const a = assessment(claims)
        const { these } = acceptable(a, 'learner', placesOf(a), nothingTyped)
        let typed = withFeedback(accepted(nothingTyped, 'learner', these, 'All on one page.'))
        expect(Object.keys(typed.judged).toSorted()).toEqual(claims.map(c => `reg/${c}`).toSorted())
        for (const c of taken.filter(t => claims.includes(t)))
          typed = {
            ...typed,
            outcome: 'accepted',
            returnReason: 'insufficient',
            judged: { ...typed.judged, [`reg/${c}`]: { outcome: 'not-yet-met', reason: 'insufficient' } },
          }
        const body = send(a, typed)
        expect(decide(situation(a), body as DecisionForm, 'assessor').judgements).toHaveLength(claims.length)
        expect(body.acceptances[0]?.exceptions.map(keyOf).toSorted()).toEqual(
          taken
            .filter(t => claims.includes(t))
            .map(t => `reg/${t}`)
            .toSorted(),
        )
      }),
    )
  })

  it('accept all leaves one’s own judgements as they are, names them, and does not claim them [R5] [R6]', () => {
    const notYet: Choice = { outcome: 'not-yet-met', reason: 'unclear' }
    fc.assert(
      fc.property(
        fc.subarray(ids, { minLength: 1 }),
        fc.dictionary(
          fc.constantFrom(...ids),
          fc.constantFrom<Choice | null>({ outcome: 'met', reason: null }, notYet, null),
        ),
        fc.constantFrom('learner' as const, 'trainee' as const),
        (ticked, own, layer) => {
          const a = layer === 'learner' ? assessment(ticked) : assessment(ids, ticked)
          const judged = Object.fromEntries(Object.entries(own).map(([c, choice]) => [`reg/${c}`, choice]))
          const before: Typed = { ...nothingTyped, judged }
          const { these, leaves } = acceptable(a, layer, placesOf(a), before)
          // What the prompt names and what it leaves alone are all ticks of the layer.
          expect([...these, ...leaves].map(k => k.criterionId).toSorted()).toEqual(ticked.toSorted())
          const after = accepted(before, layer, these, 'One page')
          for (const [key, choice] of Object.entries(judged)) if (choice) expect(after.judged[key]).toEqual(choice)
          const copied = after.acceptances[0]?.shown.map(k => k.criterionId) ?? []
          expect(copied).toEqual(these.map(k => k.criterionId))
          expect(copied.filter(c => own[c])).toEqual([])
          const back = withoutAcceptance(after, layer)
          expect(choicesOf(a, 'assessor', back, placesOf(a))).toEqual(choicesOf(a, 'assessor', before, placesOf(a)))
          expect(back.acceptances).toEqual([])
        },
      ),
    )
  })

  it('what is judged while the answer is under way stays, and accepting what is left adds to the same act [R5]', () => {
    const a = assessment(['1.1', '1.2', '1.3'])
    const { these } = acceptable(a, 'learner', placesOf(a), nothingTyped)
    const meanwhile: Typed = {
      ...nothingTyped,
      judged: { 'reg/1.2': { outcome: 'not-yet-met', reason: 'unclear' }, 'reg/1.3': null },
    }
    const first = accepted(meanwhile, 'learner', these.slice(0, 2), 'Clear.')
    expect(first.judged['reg/1.2']?.outcome).toBe('not-yet-met')
    expect(first.acceptances.map(t => t.shown.map(k => k.criterionId))).toEqual([['1.1']])
    const left = acceptable(a, 'learner', placesOf(a), first)
    expect(left.these.map(k => k.criterionId)).toEqual(['1.3'])
    const second = accepted(first, 'learner', left.these, 'Clear, both.')
    expect(second.acceptances).toEqual([
      {
        layer: 'learner',
        rationale: 'Clear, both.',
        shown: [...(first.acceptances[0]?.shown ?? []), ...left.these].map(({ registrationId, criterionId }) => ({
          registrationId,
          criterionId,
        })),
      },
    ])
  })

  it('accept all copies nothing over a saved judgement, one that came meanwhile neither', () => {
    const a = assessment(['1.1', '1.2'])
    const { these } = acceptable(a, 'learner', placesOf(a), nothingTyped)
    const typed = withFeedback(accepted(nothingTyped, 'learner', these, 'Clear.'))
    const olga = { ...judged('1.2'), byName: 'olga', outcome: 'not-yet-met' as const, reason: 'unclear' as const }
    const now = { ...a, layers: { ...a.layers, assessor: [olga] } }
    const after = onWhatStands(typed, now)
    expect(after.acceptances[0]?.shown.map(k => k.criterionId)).toEqual(['1.1'])
    expect(choicesOf(now, 'assessor', after, placesOf(now)).get('reg/1.2')).toEqual({
      outcome: 'not-yet-met',
      reason: 'unclear',
    })
    expect(acceptable(now, 'learner', placesOf(now), nothingTyped)).toMatchObject({
      these: [{ criterionId: '1.1' }],
      leaves: [{ criterionId: '1.2', why: 'stands', by: 'olga' }],
    })
  })

  it('says what is missing before it is saved, and nothing once all of it is there', () => {
    const a = assessment(['1.1', '1.2'])
    const places = placesOf(a)
    const gaps = (typed: Typed) =>
      gapSentences(gapsOf(a, 'assessor', typed, choicesOf(a, 'assessor', typed, places), places))
    expect(gaps(nothingTyped)).toHaveLength(3)
    const half: Typed = withFeedback(nothingTyped, {
      judged: { 'reg/1.1': { outcome: 'met', reason: null }, 'reg/1.2': { outcome: 'not-yet-met', reason: null } },
    })
    expect(gaps(half)).toEqual([
      'Choose a reason for not yet met: 1.2 in unit 1.',
      'Choose whether the evidence is accepted or goes back.',
    ])
    const whole: Typed = {
      ...half,
      outcome: 'accepted',
      judged: { ...half.judged, 'reg/1.2': { outcome: 'not-yet-met', reason: 'unclear' } },
    }
    expect(gaps(whole)).toEqual([])
    expect(decide(situation(a), send(a, whole) as DecisionForm, 'assessor').evidenceState).toBe('accepted')
  })

  it('accepts where all are met, returns where none is, and asks in between', () => {
    const met = { outcome: 'met' as const, reason: null }
    const not = { outcome: 'not-yet-met' as const, reason: 'unclear' as const }
    expect(outcomeOf(new Map([['a', met]]), nothingTyped)).toBe('accepted')
    expect(outcomeOf(new Map([['a', not]]), nothingTyped)).toBe('returned')
    const mixed = new Map<string, Choice>([['a', not]]).set('b', met)
    expect(outcomeOf(mixed, nothingTyped)).toBeNull()
    expect(outcomeOf(mixed, { ...nothingTyped, outcome: 'returned' })).toBe('returned')
  })

  it('never judges in a registration where somebody else is named [R72]', () => {
    const a = assessment(['1.1'])
    const typed: Typed = { ...nothingTyped, judged: { 'other/1.1': { outcome: 'met', reason: null } } }
    expect([...choicesOf(a, 'assessor', typed, placesOf(a))]).toEqual([])
    expect(ticksToJudge(a, 'assessor', placesOf(a))).toEqual(['reg/1.1'])
  })

  it('keeps in an acceptance only the ticks that still stand, and everything else that was typed', () => {
    const a = assessment(['1.1', '1.2'])
    const { these } = acceptable(a, 'learner', placesOf(a), nothingTyped)
    const typed = withFeedback(accepted(nothingTyped, 'learner', these, 'Clear.'))
    const now = onWhatStands(typed, assessment(['1.2', '1.3']))
    expect(now.acceptances[0]?.shown).toEqual([{ registrationId: 'reg', criterionId: '1.2' }])
    expect(now.feedback).toBe(typed.feedback)
    expect(onWhatStands(typed, assessment(['1.3'])).acceptances).toEqual([])
  })

  it('begins with the marks given before on this version, the trainee’s or one’s own, and each can be changed [R82]', () => {
    const enough = { question: 1, enough: true, comment: '' }
    const notYet = { question: 2, enough: false, comment: 'Say what follows.' }
    const a = {
      ...assessment(['1.1']),
      evidence: { version: 2, answers: [{}, {}, {}] },
      decisions: [
        { version: 1, marks: [{ ...notYet, question: 3 }] },
        { version: 2, marks: [enough, notYet] },
        { version: 2, marks: [] },
      ],
    } as unknown as Assessment
    const typed = { ...nothingTyped, marks: { 2: { enough: true, comment: 'He said it.' } } }
    expect(marksOf(a, nothingTyped)).toEqual([enough, notYet])
    expect(send(a, typed).marks).toEqual([enough, { question: 2, enough: true, comment: 'He said it.' }])
    const gaps = gapsOf(a, 'assessor', typed, new Map(), placesOf(a))
    expect(gaps.unmarked).toEqual([3])
  })

  it('sends on what stands of requirement ticks and occasions where nothing was typed about them, for units of which something is met [R92] [R93]', () => {
    const tick = { registrationId: 'reg', requirement: '1', item: 'a', thing: '', occasion: 1 }
    const standing = {
      covers: [
        { ...tick, unitId: 'u1' },
        { ...tick, unitId: 'u2' },
      ],
      occasions: { add: [], out: [2] },
    }
    const typed = { ...nothingTyped, judged: { 'reg/1.1': { outcome: 'met' as const, reason: null } } }
    expect(send(assessment(['1.1']), typed, standing)).toMatchObject({
      covers: [{ unitId: 'u1' }],
      occasions: standing.occasions,
    })
    expect(send(assessment(['1.1']), { ...typed, covers: [] }, standing).covers).toEqual([])
  })

  it('a tick answers where a criterion asks for more than one, for each alone or for all; words for one left unticked say why one is enough [R30]', () => {
    const asks = { code: 'more-than-one-example' as const, mend: 'say-why' as const, details: { words: 'ways' } }
    const a = { ...assessment(['1.1', '1.2']), obstacles: { 'reg/1.1': [asks], 'reg/1.2': [asks] } } as Assessment
    const places = placesOf(a)
    const both = accepted(
      nothingTyped,
      'learner',
      acceptable(a, 'learner', places, nothingTyped).these,
      'All on one page.',
    )
    const gap = (typed: Typed) =>
      gapsOf(a, 'assessor', typed, choicesOf(a, 'assessor', typed, places), places).unanswered
    expect(gap(both)).toEqual([{ names: '1.1 and 1.2 in unit 1', code: asks.code }])
    expect(gapSentences(gapsOf(a, 'assessor', both, choicesOf(a, 'assessor', both, places), places))).toContain(
      'Tick that more than one is shown, or say why one is enough: 1.1 and 1.2 in unit 1.',
    )
    const one = withSeveral(both, ['reg/1.1'], true)
    expect(gap(one)).toEqual([{ names: '1.2 in unit 1', code: asks.code }])
    const all = withSeveral(one, ['reg/1.1', 'reg/1.2'], true)
    expect(gap(all)).toEqual([])
    const answer = (criterionId: string, text: string, ticked: boolean) => ({
      ...{ registrationId: 'reg', criterionId, code: asks.code, text, ticked },
    })
    expect(send(a, all).justifications).toEqual([answer('1.1', '', true), answer('1.2', '', true)])
    const words = { [asks.code]: 'Page 2 has both.' }
    expect(send(a, { ...all, justifications: words }).justifications).toEqual([
      answer('1.1', 'Page 2 has both.', true),
      answer('1.2', 'Page 2 has both.', true),
    ])
    const why = { [asks.code]: 'There is only one way.' }
    expect(gap({ ...one, justifications: why })).toEqual([])
    expect(send(a, { ...one, justifications: why }).justifications).toEqual([
      answer('1.1', '', true),
      answer('1.2', 'There is only one way.', false),
    ])
    expect(gap(withSeveral(all, ['reg/1.2'], false))).toEqual([{ names: '1.2 in unit 1', code: asks.code }])
  })

  it('sees in feedback what was met, by what, and what is next', () => {
    expect(feedbackHolds('Good.')).toEqual({ met: false, by: false, next: false })
    expect(feedbackHolds('1.1 is met by the e-mail. Next, bring the log.')).toEqual({ met: true, by: true, next: true })
  })
})
