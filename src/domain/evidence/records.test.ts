import { describe, expect, it } from 'vitest'
import { evidenceTypes } from './evidence.ts'
import { abbreviations, abbreviationsOf, evidenceTypeKinds } from './kinds.ts'
import { changedRecord, type EvidenceRecord, fieldNames } from './record-fields.ts'
import { isExpert, missingInRecord, prompts, recordForms, recordIsContent, recordOf, tellingOf } from './records.ts'
import { missingOf } from './submission.ts'

describe('the letters of a kind of evidence', () => {
  it('are the nine that are fixed, and WORKSHEET; each kind has one, a simulation S beside it [R67] [R68] [R82]', () => {
    expect(abbreviations).toEqual(['EI', 'O', 'P', 'WT', 'S', 'APEL', 'Q&A', 'EWE', 'PD', 'WORKSHEET'])
    const inUse = evidenceTypes.flatMap(t => [...abbreviationsOf(t, 'real-job'), ...abbreviationsOf(t, 'simulation')])
    expect(new Set(inUse)).toEqual(new Set(abbreviations))
    expect(evidenceTypes.filter(t => abbreviationsOf(t, 'real-job').length !== 1)).toEqual([])
    expect(abbreviationsOf('observation', 'simulation')).toEqual(['O', 'S'])
    expect(abbreviationsOf(null, 'simulation')).toEqual(['S'])
  })

  it('keep prior learning apart from all new evidence [R86]', () => {
    expect(evidenceTypes.filter(t => evidenceTypeKinds[t].abbreviation === 'APEL')).toEqual(['prior-learning'])
  })
})

describe('the record of a kind of evidence', () => {
  it('asks each field once, and every field is asked by some kind', () => {
    const asked = evidenceTypes.flatMap(t => recordForms[t].fields.map(f => f.name))
    for (const type of evidenceTypes) {
      const names = recordForms[type].fields.map(f => f.name)
      expect(names).toEqual([...new Set(names)])
    }
    expect(fieldNames.filter(name => !asked.includes(name))).toEqual([])
  })

  it('of testimonies, observations and discussions says what, where, how, why and with whom, unless a file tells it [R79]', () => {
    for (const type of ['observation', 'professional-discussion', 'witness-testimony', 'expert-witness'] as const) {
      expect(missingInRecord(type, {}, false)).toEqual(expect.arrayContaining([...prompts]))
      const asked = missingInRecord(type, {}, true)
      expect(asked.filter(name => (prompts as string[]).includes(name))).toEqual([])
    }
  })

  it('of an observation, a statement, a testimony and questions holds what their forms hold [R53] [R54] [R55] [R57]', () => {
    const fields = (type: (typeof evidenceTypes)[number]) => recordForms[type].fields.map(f => f.name)
    expect(fields('observation')).toEqual(
      expect.arrayContaining(['what', 'range', 'knowledge', 'otherUnits', 'comments', 'satisfactory']),
    )
    expect(fields('personal-statement')).toEqual(expect.arrayContaining(['purpose', 'entries']))
    expect(fields('witness-testimony')).toEqual(
      expect.arrayContaining([
        'witnessName',
        'relationship',
        'what',
        'range',
        'accurate',
        'qualifiedAssessor',
        'knowsStandards',
      ]),
    )
    expect(missingInRecord('questioning', { circumstances: 'After the visit' }, false)).toEqual(['questions'])
  })

  it('keeps what was typed for another kind, and says only what its own kind asks for', () => {
    const record = changedRecord({ learned: 'to listen' }, { what: 'Served seven people', satisfactory: true })
    expect(recordOf('observation', record)).toEqual({ what: 'Served seven people', satisfactory: true })
    expect(recordOf('reflective-log', record)).toEqual({ learned: 'to listen' })
    expect(recordOf(null, record)).toEqual({})
  })

  it('leaves out what says nothing: blank words, boxes unticked, lines without a word, null characters', () => {
    const blank = { day: null, details: '', links: ' ', covers: '' }
    const entry = { day: '2026-05-14', details: 'Began\u0000', links: '', covers: '' }
    const record = changedRecord(
      { why: 'x', agreed: true },
      {
        why: null,
        agreed: false,
        what: '  ',
        entries: [blank, entry],
        questions: [{ question: '', answer: '', form: 'written' }],
      },
    )
    expect(record).toEqual({ entries: [{ ...entry, details: 'Began' }] })
  })

  it('is evidence by itself where somebody tells or is asked, and never for a thing that must be shown', () => {
    expect(recordIsContent('observation', { what: 'Served' })).toBe(true)
    expect(recordIsContent('observation', { learned: 'typed for another kind' })).toBe(false)
    expect(recordIsContent('work-product', { purpose: 'A notice' })).toBe(false)
  })

  it('of something kept elsewhere says what it is and where, and is content only then [R71]', () => {
    const record: EvidenceRecord = { keptElsewhere: true, keptWhat: 'The complaints book' }
    expect(missingInRecord('work-product', record, false)).toEqual(['keptAt'])
    expect(recordIsContent('work-product', record)).toBe(false)
    expect(recordIsContent('work-product', { ...record, keptAt: 'The desk, second drawer' })).toBe(true)
    expect(recordOf('work-product', { keptAt: 'a drawer' })).toEqual({})
  })

  it('of prior learning says its kind, origin, date and what it stands for, whatever file there is [R86]', () => {
    expect(missingInRecord('prior-learning', { priorKind: 'apl' }, true)).toEqual(['origin', 'priorDay', 'standsFor'])
  })
})

describe('an expert witness', () => {
  const boxes = ['qualifiedAssessor', 'evaluatesPractice', 'currentExpertise', 'knowsStandards'] as const
  it('is one with expertise and familiarity and one of the other two, and in no other case [R56]', () => {
    for (let i = 0; i < 16; i++) {
      const record = Object.fromEntries(boxes.map((name, bit) => [name, (i & (1 << bit)) > 0])) as EvidenceRecord
      const [qualified, evaluates, expertise, familiar] = boxes.map(name => record[name])
      expect(isExpert(record)).toBe(expertise && familiar && (qualified || evaluates))
    }
  })
  it('without the status cannot be submitted as one, and can as a witness [R56]', () => {
    const evidence = {
      ...{
        title: 'Inspection',
        shownOn: '2026-05-14',
        ...({
          setting: 'real-job',
          sector: null,
          customers: null,
          performanceClaims: 0,
          handedOver: true,
          worksheetId: null,
          kindsOff: [],
        } as const),
        statementText: 'What I found',
        files: 0,
        occasionDays: [],
      },
      ...{
        claims: 1,
        parts: [],
        claimed: [],
        record: { witnessName: 'Charles', relationship: 'Safety officer', currentExpertise: true },
      },
    }
    expect(missingOf({ ...evidence, type: 'expert-witness' }, true, '2026-05-15')).toEqual(['expert-status'])
    expect(missingOf({ ...evidence, type: 'witness-testimony' }, true, '2026-05-15')).toEqual([])
  })
})

describe('what a record tells', () => {
  const told = { what: 'Served seven', where: 'Desk', how: 'Calmly', why: 'Queue', withWhom: 'Customers' }
  it('is asked of testimonies, observations and discussions, and of nothing else [R79]', () => {
    expect(evidenceTypes.filter(t => tellingOf(t, {}, null) !== null)).toEqual([
      'observation',
      'professional-discussion',
      'witness-testimony',
      'expert-witness',
    ])
    expect(tellingOf(null, told, null)).toBe(null)
  })
  it('names what is left unsaid, and a bare verdict for what it is [R79]', () => {
    expect(tellingOf('witness-testimony', {}, 'Amina exceeded expectations.')).toMatchObject({
      unsaid: [...prompts],
      bare: true,
    })
    const long = 'She told the stockroom at nine that the pans were recalled, an hour before the notice came.'
    expect(tellingOf('witness-testimony', { ...told, what: long }, null)).toMatchObject({ unsaid: [], bare: false })
    // A scan may say it all: nothing written is not a bare verdict.
    expect(tellingOf('witness-testimony', {}, null)?.bare).toBe(false)
  })
  it('of an observation says which knowledge could be seen [R85]', () => {
    expect(tellingOf('observation', told, null)?.knowledge).toBe(false)
    expect(tellingOf('observation', { ...told, knowledge: 'What she may refund' }, null)?.knowledge).toBe(true)
    expect(tellingOf('witness-testimony', told, null)?.knowledge).toBe(true)
  })
})
