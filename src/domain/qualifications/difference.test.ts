import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compared, differenceBetween } from './difference.ts'
import { templateExample } from './template-example.ts'

const first = (): Compared => {
  const { qualifications, units } = structuredClone(templateExample)
  const [qualification] = qualifications as [Compared['qualification']]
  return { qualification, units }
}

/** The example and what became of it. */
function after(change: (b: Compared) => void) {
  const b = first()
  change(b)
  return differenceBetween(first(), b)
}

type Unit = Compared['units'][number]
const unit = (b: Compared, at: number) => b.units[at] as Unit
const outcome = (b: Compared, at: number, o: number) => unit(b, at).outcomes[o] as Unit['outcomes'][number]
const recode = (b: Compared, at: number, id: string) => {
  const place = b.qualification.units.find(one => one.unit === unit(b, at).id)
  if (place) place.unit = id
  unit(b, at).id = id
}

it('two versions that print the same have no difference, whatever marks, spacing and capitals do [R27]', () => {
  const difference = after(b => {
    const criterion = outcome(b, 0, 0).criteria[0]
    if (criterion) criterion.text = `${criterion.text.toUpperCase()} . `
    b.qualification.title = ` ${b.qualification.title}.`
  })
  expect(difference).toMatchObject({ same: true, numbersKept: true, units: { kept: 2, changed: [] } })
})

describe('criteria', () => {
  it('reworded, added and removed ones are told apart, and the rest keep their numbers', () => {
    const { units, numbersKept, same } = after(b => {
      const { criteria } = outcome(b, 0, 0)
      criteria[0] = {
        ...(criteria[0] as (typeof criteria)[0]),
        text: 'Explain why a call is answered within five rings',
      }
      criteria[1] = { ...(criteria[1] as (typeof criteria)[0]), text: 'List polite words', parts: [] }
    })
    expect(units.changed).toMatchObject([
      {
        unit: { id: 'A/298/0011' },
        criteriaKept: 1,
        criteria: [
          {
            kind: 'reworded',
            from: { number: '1.1' },
            to: { text: 'Explain why a call is answered within five rings' },
          },
          { kind: 'removed', from: { number: '1.2' } },
          { kind: 'added', to: { number: '1.2', text: 'List polite words' } },
        ],
      },
    ])
    expect([numbersKept, same]).toEqual([true, false])
  })

  it('one put in before the others moves them, with their words [R18]', () => {
    const { units, numbersKept } = after(b => {
      const { criteria } = outcome(b, 0, 0)
      const [one] = criteria as [(typeof criteria)[0]]
      criteria.unshift({ ...one, text: 'Name three kinds of caller' })
      criteria.forEach((criterion, at) => {
        criterion.number = `1.${at + 1}`
      })
    })
    expect(
      units.changed[0]?.criteria.map(c => [c.kind, 'from' in c && c.from.number, 'to' in c && c.to.number]),
    ).toEqual([
      ['added', false, '1.1'],
      ['moved', '1.1', '1.2'],
      ['moved', '1.2', '1.3'],
    ])
    expect(numbersKept).toBe(false)
  })

  it('one that is knowledge now and was performance is said, and so are its parts', () => {
    const { units } = after(b => {
      const [one] = outcome(b, 0, 1).criteria
      if (one) one.kind = 'knowledge'
      outcome(b, 0, 0).criteria[1]?.parts.push({ code: 'c', text: 'how the caller can be reached' })
    })
    expect(units.changed[0]?.criteria).toMatchObject([
      { kind: 'reworded', to: { text: expect.stringContaining('c how the caller can be reached') } },
      { kind: 'of-another-kind', from: { kind: 'performance' }, to: { kind: 'knowledge' } },
    ])
  })
})

describe('units', () => {
  it('are the same by their accreditation number, whatever else changes', () => {
    const { units } = after(b => Object.assign(unit(b, 1), { title: 'Pass notes on', credit: 3, outcomes: [] }))
    expect([units.added, units.removed]).toEqual([[], []])
    expect(units.changed[0]?.details).toEqual([
      { field: 'title', from: 'Take messages', to: 'Pass notes on' },
      { field: 'credit', from: 2, to: 3 },
    ])
    expect(units.changed[0]?.outcomes.removed).toEqual(['1'])
  })

  it('with a new code are known by their title, and their number is not kept', () => {
    const { units, numbersKept, rules } = after(b => {
      recode(b, 0, 'D/298/0099')
      b.qualification.rules = []
    })
    expect(units.changed).toMatchObject([{ codeBefore: 'A/298/0011', criteria: [], criteriaKept: 3 }])
    expect([numbersKept, rules]).toEqual([false, { added: [], removed: [] }])
  })

  it('that share a local code and nothing else are two: one went and one came [R20]', () => {
    const local = (title: string) => {
      const one = first()
      recode(one, 1, 'D6')
      Object.assign(unit(one, 1), { title, reference: null, outcomes: [] })
      return one
    }
    const { units } = differenceBetween(local('Learn by yourself'), local('Develop own skills and those of others'))
    expect([units.added, units.removed].map(list => list.map(one => one.id))).toEqual([['D6'], ['D6']])
  })

  it('that move to another group or become mandatory are changed', () => {
    const { units } = after(b => Object.assign(b.qualification.units[1] as object, { group: 'A', mandatory: true }))
    expect(units.changed[0]?.details).toEqual([
      { field: 'group', from: 'B', to: 'A' },
      { field: 'mandatory', from: false, to: true },
    ])
  })
})

it('rules are compared by what they ask for, under the codes units have now [R43]', () => {
  const a = first()
  a.qualification.rules = [
    { require: ['A/298/0011'] },
    { credits: { min: 5 } },
    { count: { of: { group: ['B', 'A'] }, min: 1 } },
  ]
  const b = first()
  recode(b, 0, 'D/298/0099')
  b.qualification.rules = [
    { count: { of: { group: ['A', 'B'] }, min: 1 } },
    { require: ['D/298/0099'] },
    { credits: { min: 6 } },
  ]
  b.qualification.ruleTexts = ['Learners must achieve at least 6 credits.']
  const { rules, ruleTexts } = differenceBetween(a, b)
  expect(rules).toEqual({ added: [{ credits: { min: 6 } }], removed: [{ credits: { min: 5 } }] })
  expect([ruleTexts.added.length, ruleTexts.removed.length]).toEqual([1, 1])
})

it('every criterion of both versions is accounted for once, however they differ', () => {
  const numbered = fc.record({
    number: fc.constantFrom('1.1', '1.2', '1.3', '2.1', ''),
    text: fc
      .array(fc.constantFrom('explain', 'the', 'call', 'describe', 'list', 'caller'), { maxLength: 6 })
      .map(w => w.join(' ')),
  })
  const criteria = fc.array(numbered, { maxLength: 10 })
  fc.assert(
    fc.property(criteria, criteria, (left, right) => {
      const of = (list: typeof left): Compared => {
        const one = first()
        outcome(one, 0, 0).criteria = list.map(c => ({ ...c, kind: null, verb: null, plural: false, parts: [] }))
        unit(one, 0).outcomes.splice(1)
        return one
      }
      const { units } = differenceBetween(of(left), of(right))
      const changes = units.changed[0]?.criteria ?? []
      const kept = units.changed[0]?.criteriaKept ?? left.length
      expect(changes.filter(c => 'from' in c).length + kept).toBe(left.length)
      expect(changes.filter(c => 'to' in c).length + kept).toBe(right.length)
    }),
  )
})
