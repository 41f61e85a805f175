import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { canonicalContent, sameDocument } from './content.ts'
import {
  canMove,
  evidenceRoles,
  evidenceStates,
  evidenceTypes,
  evidenceVerbs,
  moveEvidence,
  requireDraft,
} from './evidence.ts'
import { plainStatement, textOfStatement } from './statement.ts'
import { missingOf, requireWritten } from './submission.ts'

describe('the state machine of evidence', () => {
  it('lets each role make exactly the moves that stand in the table', () => {
    const moves = evidenceStates.flatMap(state =>
      evidenceRoles.map(
        role => `${state} ${role}: ${evidenceVerbs.filter(verb => canMove(state, role, verb)).join(' ')}`,
      ),
    )
    expect(moves.filter(m => !m.endsWith(': '))).toEqual([
      'draft learner: submit withdraw',
      'draft mentor: submit',
      'draft trainee-assessor: submit',
      'draft assessor: submit',
      'draft countersigner: submit',
      'submitted learner: withdraw',
      'submitted trainee-assessor: start-review accept return',
      'submitted assessor: start-review accept return',
      'submitted countersigner: start-review accept return',
      'under-review learner: withdraw',
      'under-review trainee-assessor: start-review accept return',
      'under-review assessor: start-review accept return',
      'under-review countersigner: start-review accept return',
      'accepted assessor: accept return',
      'accepted countersigner: accept return',
      'returned learner: withdraw draft-again',
      'returned assessor: accept return',
      'returned countersigner: accept return',
    ])
  })

  it("a trainee's acceptance and return leave the evidence under review [R7]", () => {
    expect(moveEvidence('submitted', 'trainee-assessor', 'accept').to).toBe('under-review')
    expect(moveEvidence('under-review', 'trainee-assessor', 'return').to).toBe('under-review')
    expect(moveEvidence('submitted', 'assessor', 'return')).toEqual({
      to: 'returned',
      needs: ['feedback', 'return-reason'],
    })
  })

  it('refuses what is not in it, and says what was asked of what', () => {
    expect(refusalOf(() => moveEvidence('accepted', 'learner', 'withdraw'))).toEqual({
      code: 'evidence/not-possible-now',
      details: { state: 'accepted', role: 'learner', verb: 'withdraw' },
    })
    for (const state of evidenceStates.filter(s => s !== 'draft'))
      expect(refusalOf(() => requireDraft(state)).code).toBe('evidence/not-draft')
  })
})

function refusalOf(does: () => unknown): { code: string; details: unknown } {
  try {
    does()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details }
  }
  throw new Error('It was not refused')
}

describe('what a submission needs', () => {
  const whole = {
    title: 'Lamp',
    shownOn: '2026-05-14',
    setting: 'real-job',
    type: 'work-product',
    record: {},
    sector: 'private',
    customers: 'external',
    occasionDays: [] as (string | null)[],
    statementText: null,
    files: 1,
    claims: 1,
    performanceClaims: 1,
    parts: [],
    claimed: ['r/1.1'],
    handedOver: true,
    worksheetId: null,
    kindsOff: [[], ['minutes']],
  } as const
  it.each([
    [{}, []],
    [{ title: ' ' }, ['title']],
    [{ files: 0 }, ['content']],
    [{ files: 0, statementText: ' \n' }, ['content']],
    [{ files: 0, statementText: 'words' }, []],
    [{ shownOn: null }, ['day']],
    [{ shownOn: '2026-05-15' }, []],
    [{ shownOn: '2026-05-16' }, ['day-to-come']],
    [{ setting: null }, ['setting']],
    [{ sector: null, customers: null }, ['sector', 'customers']],
    [{ sector: null, customers: null, performanceClaims: 0 }, []],
    [{ claims: 0 }, ['claims']],
    [{ occasionDays: ['2026-05-15', '2026-05-14'] }, []],
    [{ occasionDays: [null, '2026-05-16'] }, ['occasion-day', 'occasion-to-come']],
    [{ parts: [{ title: 'Promises', from: 0, to: 9, criteria: [] }] }, ['parts']],
    [{ handedOver: false }, ['handing-over']],
    [{ type: 'minutes' as const }, []],
    [{ type: 'minutes' as const, kindsOff: [['minutes' as const]] }, ['kind']],
  ])('%j misses %j [R69] [R98]', (change, missing) => {
    expect(missingOf({ ...whole, ...change }, true, '2026-05-15')).toEqual(missing)
  })
  it('says where it came about, whatever it is claimed for and whatever kind it is [R83] [R98]', () => {
    for (const type of evidenceTypes)
      expect(missingOf({ ...whole, type, setting: null, performanceClaims: 0 }, true, '2026-05-15')).toContain(
        'setting',
      )
  })
  it('whoever writes for a learner says beforehand in what sector and for whom, since the learner cannot add to it [R88] [R98]', () => {
    const written = { ...whole, sector: null, customers: null, performanceClaims: 0, handedOver: false } as const
    expect(missingOf(written, true, '2026-05-15')).toEqual(['sector', 'customers', 'handing-over'])
    expect(missingOf({ ...written, type: 'questioning' }, true, '2026-05-15')).not.toContain('sector')
    expect(() => requireWritten(written, '2026-05-15')).toThrow('evidence/not-ready')
    expect(() => requireWritten({ ...written, sector: 'private', customers: 'both' }, '2026-05-15')).not.toThrow()
    expect(() => requireWritten({ ...whole, occasionDays: [null] }, '2026-05-15')).toThrow('evidence/not-ready')
  })
  it('is named all at once', () => {
    const nowhere = { setting: null, sector: null, customers: null }
    const nothing = { title: '', shownOn: null, ...nowhere, type: null, record: {}, statementText: null, files: 0 }
    const none = {
      claims: 0,
      performanceClaims: 0,
      parts: [],
      claimed: [],
      occasionDays: [],
      handedOver: true,
      worksheetId: null,
      kindsOff: [],
    }
    expect(missingOf({ ...nothing, ...none }, false, '2026-05-15')).toEqual([
      'title',
      'kind',
      'content',
      'day',
      'setting',
      'claims',
      'authenticity',
    ])
  })
})

describe('what a hash is made of', () => {
  const first = { number: 1, day: null, customer: '', setting: null, channel: null, seenBy: '', criteria: null }
  const content = {
    ...{ title: 'Lamp', description: '', type: null, shownOn: null, setting: null, planEntryId: null },
    ...{ sector: null, customers: null, simulationReason: '', setUpId: null },
    statement: { type: 'doc', content: [{ type: 'paragraph', attrs: { a: 1, b: 2 } }] },
    record: {},
    occasions: [first],
    files: [{ name: 'a.pdf', sha256: 'aa', id: 'not part of it' }],
  }
  it('is the same text in whatever order keys were kept, and another for every part that differs', () => {
    const statement = { content: [{ attrs: { b: 2, a: 1 }, type: 'paragraph' }], type: 'doc' }
    expect(canonicalContent({ ...content, statement })).toBe(canonicalContent(content))
    expect(sameDocument(statement, content.statement)).toBe(true)
    const others = [
      { title: 'Lamps' },
      { description: 'x' },
      { setting: 'voluntary' },
      { sector: 'public' },
      { customers: 'none' },
      { simulationReason: 'No such call came' },
      { files: [] },
      { statement: null },
      { planEntryId: '0b9fbd3e-6c9b-4f0c-9a2d-000000000001' },
      { files: [{ name: 'a.mp3', sha256: 'x', parts: [{ title: 'One', from: 0, to: 9, criteria: [] }] }] },
    ]
    const texts = others.map(o => canonicalContent({ ...content, ...o } as never))
    expect(new Set([...texts, canonicalContent(content)]).size).toBe(others.length + 1)
  })
  it('takes in where it came about once that is said [R98]', () => {
    const reasoned = { simulationReason: 'No such call came', setUpId: '7' }
    const place = { sector: 'public', customers: 'internal', ...reasoned } as const
    expect(canonicalContent({ ...content, ...place })).toMatch(
      /^{"form":2,.*"sector":"public","customers":"internal","simulationReason":"No such call came","setUpId":"7"}$/,
    )
  })
  it('stays what it was for content without a record, and takes in a record as its kind asks for it', () => {
    expect(canonicalContent(content)).toMatch(
      /^{"form":1,"title":"Lamp",.*"files":\[{"name":"a.pdf","sha256":"aa"}\]}$/,
    )
    const record = { why: 'the queue', what: 'served', learned: 'typed for a log' }
    const observed = { ...content, type: 'observation' as const }
    expect(canonicalContent({ ...observed, record: { learned: 'only for a log' } })).toBe(canonicalContent(observed))
    expect(canonicalContent({ ...observed, record })).toMatch(
      /^{"form":2,.*"record":{"what":"served","why":"the queue"}}$/,
    )
  })
  it('takes in every occasion, but for the day that the evidence shows anyhow [R89]', () => {
    expect(canonicalContent({ ...content, occasions: [] })).toBe(canonicalContent(content))
    const occasions = [
      { ...first, customer: 'B', criteria: ['2', '1'] },
      { ...first, number: 2, day: '2026-05-20' },
    ]
    const texts = [occasions, occasions.slice(0, 1), [first, { ...first, number: 2, day: '2026-05-21' }]].map(o =>
      canonicalContent({ ...content, occasions: o }),
    )
    expect(new Set(texts).size).toBe(3)
    expect(texts[0]).toMatch(
      /"form":2.*"occasions":\[{"number":1,"day":null,"customer":"B",.*"criteria":\["1","2"\]},{"number":2,/,
    )
  })
})

describe('a statement', () => {
  const text = (t: string) => ({ type: 'text', text: t })
  it('is read as lines, one for each block', () => {
    const item = (t: string) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [text(t)] }] })
    const content = [
      { type: 'heading', attrs: { level: 2 }, content: [text('Monday')] },
      {
        type: 'paragraph',
        content: [text('Rang '), { ...text('her'), marks: [{ type: 'bold' }] }, { type: 'hardBreak' }, text('twice')],
      },
      { type: 'bulletList', content: [item('order'), item('refund')] },
    ]
    expect(textOfStatement({ type: 'doc', content })).toBe('Monday\nRang her\ntwice\norder\nrefund')
  })
  it.each([null, undefined, 'words', 7, [], { type: 'script' }, { type: 'text' }])('made of %j is empty', given => {
    expect(textOfStatement(plainStatement(given))).toBe('')
    expect(plainStatement(given).type).toBe('doc')
  })
  it('as deep as nobody writes is cut, not followed', () => {
    let deep: unknown = text('bottom')
    for (let i = 0; i < 5000; i++) deep = { type: 'blockquote', content: [deep] }
    expect(textOfStatement(plainStatement({ type: 'doc', content: [deep] }))).toBe('')
  })
})
