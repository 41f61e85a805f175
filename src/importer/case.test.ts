import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { CasePackage } from '#domain/qualifications/case.ts'
import { type CaseNaming, type CaseVersion, casePackageOf } from '#domain/qualifications/case-package.ts'
import type { Specification } from '#domain/qualifications/specification.ts'
import { importDocument } from './import-document.ts'

const uuid = (name: string) =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-3$3-8$4-$5')

const naming: CaseNaming = {
  identify: (versionId, thing) => uuid(`${versionId}/${thing}`),
  address: (resource, identifier) => `https://example.org/ims/case/v1p1/${resource}/${identifier}`,
}

/** One qualification of a specification as if it had been published. */
function versionOf(specification: Specification, at: number): CaseVersion {
  const qualification = specification.qualifications[at] as Specification['qualifications'][number]
  const units = specification.units.filter(unit => qualification.units.some(place => place.unit === unit.id))
  return {
    ...{ versionId: uuid(`version ${at}`), version: 1, publishedAt: '2026-06-01T09:00:00.000Z', qualification },
    source: specification.source,
    units: units.map(({ id: code, ...unit }) => ({
      ...{ ...unit, code, id: uuid(code), sameAs: at > 0 ? uuid('version 0') : null },
      outcomes: unit.outcomes.map((outcome, o) => ({
        ...{ ...outcome, id: uuid(`${code}/${o}`) },
        criteria: outcome.criteria.map((criterion, c) => ({ ...criterion, id: uuid(`${code}/${o}/${c}`) })),
      })),
    })),
  }
}

async function read(value: unknown) {
  const outcome = await importDocument(new TextEncoder().encode(JSON.stringify(value)), 'package.json')
  if ('refusal' in outcome) throw new Error([outcome.refusal, ...(outcome.faults ?? [])].join(' '))
  return outcome.specification
}

const link = (identifier: string) => ({ title: identifier, identifier, uri: `https://example.org/${identifier}` })

/** A package of a stranger: items by identifier with their parent, and what kind they say they are. */
function stranger(items: [identifier: string, parent: string, statement: string, more?: object][]) {
  return {
    CFDocument: {
      identifier: 'doc',
      uri: 'u',
      creator: 'Somebody',
      title: 'Skills of harbours',
      lastChangeDateTime: '2026-01-01T00:00:00Z',
    },
    CFItems: items.map(([identifier, , fullStatement, more]) => ({ ...link(identifier), fullStatement, ...more })),
    CFAssociations: items.map(([identifier, parent], at) => ({
      ...{ identifier: `a${at}`, associationType: 'isChildOf', sequenceNumber: at },
      ...{ originNodeURI: link(identifier), destinationNodeURI: link(parent) },
    })),
  }
}

describe('a package of ours', () => {
  const whole = casePackageOf(versionOf(sampleSpecification, 0), naming)

  it('comes back as the specification it was made of: credits, groups, rules, simulation and all [R12, R15]', async () => {
    const { qualifications, units, source, report } = await read(whole)
    const [qualification] = sampleSpecification.qualifications
    expect(qualifications).toEqual([qualification])
    const placed = sampleSpecification.units.filter(unit => qualification?.units.some(place => place.unit === unit.id))
    expect(units).toEqual(placed)
    expect(source).toMatchObject({
      name: 'package.json',
      awardingOrganisation: sampleSpecification.source.awardingOrganisation,
    })
    expect(report).toEqual([])
  })

  it('hangs every item on one other, in order, and names nothing twice', () => {
    const children = whole.CFAssociations.filter(one => one.associationType === 'isChildOf')
    expect(children.map(one => one.originNodeURI.identifier)).toEqual(whole.CFItems.map(item => item.identifier))
    const all = [...whole.CFItems, ...whole.CFAssociations].map(one => one.identifier)
    expect(new Set(all).size).toBe(all.length)
    expect(whole.CFItems.map(item => item.CFItemType).filter(type => type === 'unit')).toHaveLength(12)
  })

  it('says that a shared unit is the exact match of its first standing, and is read with it as one [R21]', async () => {
    const award = casePackageOf(versionOf(sampleSpecification, 1), naming)
    const matches = award.CFAssociations.filter(one => one.associationType === 'exactMatchOf')
    const known = new Set(whole.CFItems.map(item => item.identifier))
    expect(matches.filter(one => known.has(one.destinationNodeURI.identifier))).not.toEqual([])
    const alone = await read(award)
    expect(alone.report.every(line => line.code === 'case-same-unit' && line.severity === 'info')).toBe(true)
    const both: Partial<CasePackage> = {
      CFDocument: whole.CFDocument,
      CFItems: [...whole.CFItems, ...award.CFItems],
      CFAssociations: [...whole.CFAssociations, ...award.CFAssociations],
    }
    const together = await read(both)
    expect(together.qualifications.map(q => q.units)).toEqual(sampleSpecification.qualifications.map(q => q.units))
    expect(together.units.map(unit => unit.id).sort()).toEqual(sampleSpecification.units.map(unit => unit.id).sort())
  })

  it('whose extension was changed by hand is refused with the place that is wrong', async () => {
    const changed = structuredClone(whole)
    const unit = changed.CFItems.find(item => item.CFItemType === 'unit')
    Object.assign(unit?.extensions['countersign:unit'] as object, { credit: 'five' })
    await expect(read(changed)).rejects.toThrow('units[0].credit must be a number')
  })
})

describe('a stranger’s package', () => {
  it('that says what its items are is taken at its word', async () => {
    const specification = await read(
      stranger([
        ['q', 'doc', 'Award in Harbours', { CFItemType: 'Qualification', humanCodingScheme: '610/9958/2' }],
        ['u', 'q', 'Tie up boats', { CFItemType: 'Unit', humanCodingScheme: 'H1' }],
        ['o', 'u', 'Understand ropes', { CFItemType: 'Learning outcome', listEnumeration: '1' }],
        ['c', 'o', 'Explain the knot', { CFItemType: 'Assessment criterion', humanCodingScheme: '1.1' }],
      ]),
    )
    expect(specification.qualifications).toMatchObject([
      { title: 'Award in Harbours', number: '610/9958/2', units: [{ unit: 'H1' }] },
    ])
    expect(specification.units).toMatchObject([
      {
        id: 'H1',
        title: 'Tie up boats',
        outcomes: [{ number: '1', criteria: [{ number: '1.1', kind: 'knowledge', verb: 'explain' }] }],
      },
    ])
    expect(specification.report.map(line => line.code)).toEqual(['rule-unknown'])
  })

  it('that does not is taken by its depth, and the report says so', async () => {
    const specification = await read(
      stranger([
        ['u', 'doc', 'Tie up boats'],
        ['c1', 'u', 'Explain the knot'],
        ['c2', 'u', 'Tie the knot'],
      ]),
    )
    expect(specification.qualifications.map(q => q.title)).toEqual(['Skills of harbours'])
    expect(specification.units.map(u => u.outcomes.map(o => o.criteria.map(c => c.number)))).toEqual([[['1.1', '1.2']]])
    expect(specification.report.map(line => line.code)).toContain('case-kinds-by-depth')
  })

  it('with two units of one code keeps both apart [R20], and what goes in a circle is reported', async () => {
    const unit = { CFItemType: 'Unit', humanCodingScheme: 'D6' }
    const specification = await read(
      stranger([
        ['u1', 'doc', 'Self-study', unit],
        ['u2', 'doc', 'Own, and others’', unit],
        ['x', 'y', 'Round'],
        ['y', 'x', 'and round'],
      ]),
    )
    expect(specification.units.map(one => one.id)).toEqual(['D6', 'D6 (2)'])
    expect(specification.report.filter(line => line.code === 'case-item-in-circle')).toHaveLength(2)
  })

  it.each([
    ['no items', { CFDocument: {} }],
    ['no document', { CFDocument: 4, CFItems: [] }],
    ['items that are none', { CFDocument: {}, CFItems: [null, 4, 'x', { identifier: 4 }], CFAssociations: [null, {}] }],
  ])('with %s is refused in a sentence', async (_what, value) => {
    await expect(read(value)).rejects.toThrow(/^This CASE package .*\.$/)
  })
})
