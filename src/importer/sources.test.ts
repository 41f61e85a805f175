import { describe, expect, it } from 'vitest'
import { readingOf } from '#domain/coverage/reading.ts'
import { compareNumbers } from '#domain/qualifications/numbering.ts'
import type { Specification, UnitSpecification } from '#domain/qualifications/specification.ts'
import { noRealDocuments, readRealDocument, realSpecification, realText } from '#test/real-documents.ts'

const outcomesOf = (units: UnitSpecification[]) => units.flatMap(unit => unit.outcomes)
const criteriaOf = (units: UnitSpecification[]) => outcomesOf(units).flatMap(outcome => outcome.criteria)
const unitOf = (specification: Specification, id: string) => specification.units.find(unit => unit.id === id)
const numbersOf = (unit: UnitSpecification | undefined) => criteriaOf(unit ? [unit] : []).map(({ number }) => number)

function codesFor(specification: Specification, unit: string | null): string[] {
  return specification.report.filter(line => line.unit === unit).map(line => `${line.severity} ${line.code}`)
}

describe.skipIf(noRealDocuments)('a checklist of units without outcomes [001]', () => {
  it('has 45 units, 130 untitled outcomes and 617 criteria, each with a verb [R15, R29]', () => {
    const { units } = realSpecification('001')
    expect(units).toHaveLength(45)
    expect(outcomesOf(units)).toHaveLength(130)
    expect(outcomesOf(units).filter(outcome => outcome.title !== null)).toEqual([])
    expect(criteriaOf(units)).toHaveLength(617)
    expect(criteriaOf(units).filter(criterion => criterion.verb === null)).toEqual([])
    expect(
      units.filter(unit => unit.level !== null || unit.credit !== null || unit.title.includes('Mandatory')),
    ).toEqual([])
  })

  it('has six mandatory units and leaves the rule for the others unknown [R41]', () => {
    const { qualifications, report } = realSpecification('001')
    const mandatory = ['D/506/1942', 'L/506/2150', 'Y/506/2152', 'J/506/2910', 'K/506/2169', 'T/506/2952']
    expect(qualifications).toHaveLength(1)
    expect(qualifications[0]).toMatchObject({
      number: '601/3735/6',
      level: 3,
      rules: [{ require: mandatory }, { unknown: expect.any(String) }],
      rulesComplete: false,
    })
    expect(qualifications[0]?.units.filter(place => place.mandatory).map(place => place.unit)).toEqual(mandatory)
    expect(report.map(line => line.code)).toEqual(['rule-unknown', 'no-outcome-titles', 'no-levels-or-credits'])
  })
})

describe.skipIf(noRealDocuments)('four booklets one after another, out of broken tables [002]', () => {
  it('are one qualification of 39 units with their credits by group [R13, R15]', () => {
    const specification = realSpecification('002')
    expect(specification.qualifications).toHaveLength(1)
    const [qualification] = specification.qualifications
    const credits = (group: string) =>
      (qualification?.units ?? [])
        .filter(place => place.group === group)
        .reduce((sum, place) => sum + (unitOf(specification, place.unit)?.credit ?? 0), 0)
    expect(['A', 'B', 'C', 'D'].map(credits)).toEqual([19, 6, 58, 47])
    expect(qualification).toMatchObject({ number: '601/3544/X', level: 2, rulesComplete: true, totalCredit: 45 })
    expect(specification.units.filter(unit => unit.level === 3).map(unit => unit.number)).toEqual(['21', '22', '38'])
  })

  it('give 108 outcomes, two of them without a title, and 528 criteria [R22]', () => {
    const { units } = realSpecification('002')
    expect(outcomesOf(units)).toHaveLength(108)
    expect(outcomesOf(units).filter(outcome => outcome.title !== null)).toHaveLength(106)
    expect(criteriaOf(units)).toHaveLength(528)
  })

  it('give the rules of combination as constraints [R32, R33, R34, R35, R36]', () => {
    expect(realSpecification('002').qualifications[0]?.rules).toEqual([
      { credits: { min: 45 } },
      { require: ['A/506/2130', 'F/506/2131', 'J/506/2132', 'A/506/1964', 'L/506/1788'] },
      { credits: { of: { group: 'B' }, min: 3 } },
      { credits: { of: { group: 'C' }, min: 16 } },
      { credits: { of: { group: 'D' }, max: 7 } },
    ])
  })

  it('say where simulation is refused, excepted and bound to a realistic environment [R21]', () => {
    const { units } = realSpecification('002')
    const with_ = (permission: string | null) => units.filter(unit => unit.simulation.permission === permission)
    expect(with_('not-allowed')).toHaveLength(30)
    expect(with_('rwe-only').map(unit => unit.number)).toEqual(['33', '34', '39'])
    expect(with_('exceptions').map(unit => [unit.number, unit.simulation.exceptions])).toEqual([
      ['13', [{ criterion: '2.4', condition: expect.stringContaining('delays') }]],
    ])
    expect(with_(null).map(unit => unit.number)).toEqual(['2', '3', '4', '30', '32'])
  })

  it('say where knowledge too is shown at work; one unit asks for nothing of its own [R83, R84]', () => {
    const { units } = realSpecification('002')
    const read = (unit: UnitSpecification) => readingOf(unit.evidenceRequirements, unit.simulation).requirements
    const atWork = units.filter(unit => unit.evidenceRequirements.some(r => /knowledge-based/.test(r.text)))
    expect(atWork).toHaveLength(33)
    for (const unit of atWork)
      expect(
        read(unit)
          .filter(r => r.role !== 'nothing')
          .map(r => r.role),
      ).toEqual(['setting'])
    const none = units.filter(unit => read(unit).length === 0).map(unit => unit.number)
    expect(none).toEqual(['2', '3', '4', '25', '30', '32'])
  })

  it('mark the knowledge units and their worksheets [R28]', () => {
    const knowledge = ['2', '3', '4', '30', '32']
    expect(
      realSpecification('002')
        .units.filter(unit => unit.knowledgeOnly)
        .map(unit => unit.number),
    ).toEqual(knowledge)
    expect(
      realSpecification('002')
        .units.filter(unit => unit.worksheet)
        .map(unit => unit.number),
    ).toEqual(knowledge)
  })

  it('keep a unit whose heading is lost, with what the list of units says [R22]', () => {
    const unit = unitOf(realSpecification('002'), 'Y/506/2149')
    expect(unit).toMatchObject({ number: '17', level: 2, credit: 3 })
    expect(numbersOf(unit)).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5'])
    expect(codesFor(realSpecification('002'), 'Y/506/2149')).toEqual(['error unit-heading-missing'])
  })

  it.each([
    ['A/506/2130', 'warning criterion-misplaced', '1, where 4.6 stands under outcome 5'],
    ['F/506/2131', 'warning labels-lost', '2, whose head has values only'],
    ['L/506/1905', 'warning labels-lost', '30, whose head has values only'],
    ['L/506/1788', 'warning outcome-title-missing', '5, where a title is lost'],
    ['L/506/1905', 'warning outcome-title-missing', '30, where a title is lost'],
    ['F/506/2131', 'info outcome-title-late', '2, where a title comes late'],
    ['D/506/2170', 'info criterion-in-other-column', '22, where 1.9 stands in the other column'],
    ['K/506/2978', 'info outcome-in-other-column', '24, where a title stands in the other column'],
    ['T/505/4673', 'info outcome-title-late', '25, where a title comes late'],
    ['L/506/1869', 'info criterion-in-other-column', '28, where numbers stand in the other column'],
    ['L/506/1807', 'warning outcome-title-after-criteria', '26, where a title comes last'],
    ['R/506/1789', 'warning outcome-title-after-criteria', '31, where a title comes last'],
    ['M/502/8587', 'warning number-corrected', '33, where 3.1 is printed 3.1.1'],
    ['L/503/0394', 'info split-from-running-text', '37, where criteria run together'],
    ['J/506/2132', 'warning worksheet-missing', '3, whose worksheet is not in the text'],
  ])('report damage: %s %s (unit %s) [R22]', (unit, line) => {
    expect(codesFor(realSpecification('002'), unit)).toContain(line)
  })

  it('read lettered parts as parts, and sort 1.10 after 1.9 [R18, R19]', () => {
    const lettered = criteriaOf([unitOf(realSpecification('002'), 'T/505/4673') as UnitSpecification])[0]
    expect(lettered?.parts.map(part => part.code)).toEqual(['a', 'b'])
    expect(numbersOf(unitOf(realSpecification('002'), 'M/502/8606')).slice(8, 10)).toEqual(['1.9', '1.10'])
  })

  it('agree with the checklist on whether shared criteria are knowledge or performance [R28]', () => {
    const kinds = new Map(
      realSpecification('002').units.flatMap(unit =>
        criteriaOf([unit]).map(({ number, kind }) => [`${unit.id} ${number}`, kind]),
      ),
    )
    const shared = realSpecification('001').units.flatMap(unit =>
      criteriaOf([unit]).flatMap(({ number, kind }) => {
        const other = kinds.get(`${unit.id} ${number}`)
        return other === undefined ? [] : [other === kind]
      }),
    )
    expect(shared).toHaveLength(259)
    expect(shared.every(Boolean)).toBe(true)
  })

  it('finds the three units whose simulation must be observed on more than one occasion [R101]', () => {
    const observed = realSpecification('002').units.filter(
      u => readingOf(u.evidenceRequirements, u.simulation).demand.observations > 0,
    )
    expect(observed.map(u => u.number)).toEqual(['33', '34', '39'])
  })
})

describe.skipIf(noRealDocuments)('guidance with two structures, worked forms and an annex [004]', () => {
  it('has two qualifications of 31 and 25 units, with their other numbers [R14, R15, R17]', () => {
    const specification = realSpecification('004')
    const elements = (units: { unit: string }[]) =>
      outcomesOf(units.map(place => unitOf(specification, place.unit) as UnitSpecification)).filter(
        o => o.kind === 'element',
      )
    const shown = specification.qualifications.map(({ level, framework, units, otherNumbers, registration }) => [
      framework,
      level,
      units.length,
      elements(units).length,
      ...otherNumbers.map(({ scheme, value }) => `${scheme} ${value}`),
      registration.opens,
    ])
    expect(shown).toEqual([
      ['SCQF', 5, 31, 74, 'edexcel-q Q5001333', 'aps GC2V 22', '2011-05-01'],
      ['SCQF', 6, 25, 65, 'edexcel-q Q5001334', 'aps GC2W 23', '2011-05-01'],
    ])
    const placed = new Set(specification.qualifications.flatMap(({ units }) => units.map(place => place.unit)))
    expect(placed.size).toBe(53)
  })

  it('gives the rules of both, complete [R37, R38]', () => {
    const [second, third] = realSpecification('004').qualifications
    const themes = ['Impression and image', 'Delivery', 'Handling problems', 'Development and improvement']
    const options = { count: { of: { optional: true }, min: 5, max: 5 } }
    const fromEach = themes.map(theme => ({ count: { of: { theme }, min: 1 } }))
    expect(second?.rules).toEqual([{ require: ['F1', 'F2'] }, options, ...fromEach])
    expect(new Set(third?.rules)).toEqual(
      new Set([
        { require: ['F3', 'F4'] },
        options,
        ...fromEach,
        { count: { of: { optional: true, level: [7, 8] }, max: 1 } },
      ]),
    )
    expect([second?.rulesComplete, third?.rulesComplete]).toEqual([true, true])
  })

  it('gives the evidence requirements of 43 units: 295 of them, with 367 items [R22]', () => {
    const requirements = realSpecification('004')
      .units.map(unit => unit.evidenceRequirements)
      .filter(all => all.length > 0)
    expect(requirements).toHaveLength(43)
    expect(requirements.flat()).toHaveLength(295)
    expect(requirements.flat().flatMap(requirement => requirement.items)).toHaveLength(367)
    const a17 = unitOf(realSpecification('004'), 'A17')?.evidenceRequirements
    expect(a17?.[1]).toMatchObject({ number: '2', kind: 'may' })
    expect(a17?.[5]).toMatchObject({ number: '6', kind: 'must', quantifier: 'at-least', atLeast: 2 })
  })

  it('gives every quantifier of the 43 sets, and no other [R93]', () => {
    const quantified = (id: string) =>
      unitOf(realSpecification('004'), id)?.evidenceRequirements.flatMap(({ number, quantifier, atLeast, items }) => [
        ...(quantifier === 'all' ? [] : [`${number} ${quantifier} ${atLeast}${items.length > 0 ? '' : ', unlisted'}`]),
        ...items.flatMap(i => (i.atLeast ? [`${number}${i.code} at-least ${i.atLeast}`] : [])),
      ])
    const all = new Map(realSpecification('004').units.map(u => [u.id, quantified(u.id)]))
    expect(Object.fromEntries([...all].filter(([, of]) => of?.length))).toEqual({
      A17: ['6 at-least 2', '8 at-least 2, unlisted'],
      C6: ['7 at-least 2'],
      D2: ['5 each 2', '6 each 2'],
      D8: ['5 at-least 2', '6 at-least 2'],
      D12: ['4b at-least 2'],
    })
  })

  it('takes as informing what only says how it may be, and nothing that obliges [R94]', () => {
    const kinds = realSpecification('004').units.flatMap(u => u.evidenceRequirements.map(r => ({ unit: u.id, ...r })))
    const may = kinds
      .filter(r => r.kind === 'may' && r.number !== '2')
      .map(r => `${r.unit.slice(0, 3).trim()} ${r.number}`)
    expect(may).toEqual(
      (
        'A3 6, A3 7, A4 7, A5 6, A6 8, A7 4, A12 8, C6 4, D1 5, A13 4, B9 4, B10 7, D9 8, D14 6, D16 5, D16 6, D17 4, ' +
        'D17 6, A1 7, A2 7, B15 5, D6 4, D6 8, F6 4, F6 5'
      ).split(', '),
    )
    expect(kinds.filter(r => r.number === '2' && r.kind !== 'may')).toEqual([])
    expect(kinds.filter(r => r.kind === 'may' && r.items.length > 0)).toEqual([])
  })

  it('asks for time alone in six units, for neither in F6, and for time and different customers in the others [R91]', () => {
    const demands = realSpecification('004')
      .units.filter(u => u.evidenceRequirements.length > 0)
      .map(u => ({ id: u.id.slice(0, 3).trim(), ...readingOf(u.evidenceRequirements, u.simulation).demand }))
    expect(demands.filter(d => !d.known)).toEqual([])
    expect(new Set(demands.filter(d => d.days > 0 && d.customers === 0).map(d => d.id))).toEqual(
      new Set(['B12', 'D6', 'D11', 'D15', 'D16', 'D17']),
    )
    expect(demands.filter(d => d.days === 0).map(d => d.id)).toEqual(['F6'])
  })

  it('finds the people and plans that units ask for [R96, R97]', () => {
    const asked = realSpecification('004').units.flatMap(u =>
      readingOf(u.evidenceRequirements, u.simulation).requirements.flatMap(r =>
        r.record ? [`${u.id.slice(0, 3).trim()} ${r.number} ${r.record} ${r.people.length}`] : [],
      ),
    )
    expect(asked).toEqual([
      ...['D3 4 appropriate-person 6', 'D3 7 development-plan 6', 'D11 4 line-management 0'],
      ...['D6 6 appropriate-person 6', 'D6 7 manager-feedback 2'],
    ])
  })

  it('gives the criteria and knowledge statements of the worked forms [R17]', () => {
    const letters = (from: string, to: string) =>
      Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, at) =>
        String.fromCharCode(from.charCodeAt(0) + at),
      )
    expect(numbersOf(unitOf(realSpecification('004'), 'F2'))).toEqual([
      ...[1, 2, 3, 4, 5].map(at => `F2.1.${at}`),
      ...letters('a', 'j').map(letter => `f2${letter}`),
    ])
    expect(numbersOf(unitOf(realSpecification('004'), 'F3'))).toEqual([
      ...[1, 2, 3].map(at => `F3.2.${at}`),
      ...letters('a', 's')
        .filter(letter => letter !== 'g')
        .map(letter => `f3${letter}`),
    ])
  })

  it('reports where the document contradicts itself [R20, R38, R39]', () => {
    const specification = realSpecification('004')
    const lines = specification.report.map(line => `${line.severity} ${line.code} ${line.unit ?? line.line}`)
    expect(lines).toEqual(
      expect.arrayContaining([
        'warning simulation-conflict 262',
        ...['C5', 'C6', 'C7', 'A13'].map(unit => `warning environment-conflict ${unit}`),
        'error number-and-title-disagree D6',
        'warning requirement-stem-lost A5',
        'warning items-merged D8',
        'warning rule-conflict 3368',
        'warning number-gap F3',
      ]),
    )
    expect(specification.report.filter(line => line.code === 'worked-choice-refused')).toHaveLength(2)
    expect(specification.report.filter(line => line.code === 'unit-not-listed')).toHaveLength(10)
    expect(unitOf(specification, 'D6')?.evidenceRequirements).toEqual([])
  })
})

describe.skipIf(noRealDocuments)('every real document', () => {
  it.each(['001', '002', '004'])('%s has its criteria in order, word for word, each once [R18, R22]', number => {
    const words = (text: string) => text.replace(/<[^>]*>|\*\*/g, ' ').replace(/\s+/g, ' ')
    const printed = words(realText(number))
    for (const unit of realSpecification(number).units) {
      for (const outcome of unit.outcomes) {
        const numbers = outcome.criteria.map(criterion => criterion.number)
        expect(numbers).toEqual(numbers.toSorted(compareNumbers))
        for (const criterion of outcome.criteria) expect(printed).toContain(criterion.text)
      }
      expect(new Set(numbersOf(unit)).size).toBe(numbersOf(unit).length)
    }
  })

  it('that merely talks about units is refused [R22]', () => {
    expect(readRealDocument('003')).toEqual({ refusal: expect.stringMatching(/^No units .*\.$/) })
  })
})
