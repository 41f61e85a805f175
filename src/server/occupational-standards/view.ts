import { affectedUnits, type StandardVersion } from '#domain/qualifications/occupational-standards.ts'
import { mayRecordStandards } from '#policy/occupational-standards.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListDerivationsRow, ListDerivedUnitsRow, ListStandardsRow } from './queries.ts'

export const standardsView = (standards: ListStandardsRow[], units: ListDerivedUnitsRow[]) =>
  standards.map(standard => {
    const own = units.filter(u => u.standardId === standard.id)
    return {
      ...standard,
      versions: standard.versions.map(v => ({ ...v, at: new Date(v.at).toISOString() })),
      units: own.map(unitView),
      affected: affectedUnits(standard.versions, own).map(u => u.id),
    }
  })

export const affectedView = (versions: StandardVersion[], units: ListDerivedUnitsRow[]) =>
  affectedUnits(versions, units).map(unitView)

const unitView = ({ standardId: _, ...unit }: ListDerivedUnitsRow) => unit

export function derivationView(actor: Actor, rows: ListDerivationsRow[]) {
  const [last] = rows
  return {
    standing:
      last?.standardId && last.title && last.version
        ? {
            ...{ standardId: last.standardId, title: last.title, body: last.body },
            ...{ version: last.version, newer: last.newer },
          }
        : null,
    history: rows.map(({ number, title, version, source, by, at }) => ({ number, title, version, source, by, at })),
    can: { record: mayRecordStandards(actor).allowed },
  }
}
