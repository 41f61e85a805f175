import { expect, it } from 'vitest'
import { differenceBetween } from '#domain/qualifications/difference.ts'
import { templateExample } from '#domain/qualifications/template-example.ts'
import { differenceText, fieldText, unitChangeText, valueText } from './differences.ts'

function changed(change: (example: typeof templateExample) => void) {
  const [before, after] = [structuredClone(templateExample), structuredClone(templateExample)]
  change(after)
  const of = ({ qualifications, units }: typeof templateExample) => {
    const [qualification] = qualifications as [(typeof qualifications)[0]]
    return { qualification, units }
  }
  return differenceBetween(of(before), of(after))
}

it('says in a sentence what became of the units, and whether numbers can be relied on [R27]', () => {
  expect(differenceText(changed(() => {}))).toBe('Nothing has changed.')
  const difference = changed(({ qualifications, units }) => {
    qualifications[0]?.units.pop()
    if (units[0]) units[0].credit = 4
  })
  expect(differenceText(difference)).toBe('Of the units, 1 is gone and 1 has changed. What stays keeps its number.')
  expect(difference.units.changed.map(unitChangeText)).toEqual(['credit changed · 3 criteria as before'])
})

it('every detail that can change has its words, and so has every value', () => {
  const difference = changed(({ qualifications, units }) => {
    Object.assign(qualifications[0] as object, {
      title: 'A',
      number: 'B',
      framework: 'QCF',
      level: 9,
      totalCredit: 9,
      rulesComplete: true,
    })
    Object.assign(qualifications[0]?.registration as object, {
      opens: '2026-09-01',
      lastRegistration: '2029-08-31',
      lastCertification: '2030-08-31',
    })
    Object.assign(qualifications[0]?.units[0] as object, { group: 'Z', theme: 'T', mandatory: false })
    Object.assign(units[0] as object, {
      number: '9',
      title: 'A',
      level: 9,
      credit: 9,
      glh: 9,
      knowledgeOnly: true,
      worksheet: true,
      reference: null,
    })
    Object.assign(units[0]?.simulation as object, { permission: 'allowed' })
  })
  const details = [...difference.details, ...(difference.units.changed[0]?.details ?? [])]
  expect(details).toHaveLength(21)
  for (const { field, from, to } of details) {
    expect(fieldText(field), field).toMatch(/^[A-Z][a-z ]+$/)
    expect([valueText(from), valueText(to)].join(' ')).not.toMatch(/null|true|false|undefined|-allowed/)
  }
})
