/** Tells which unit a row of the template is about. */

import type { Note } from './draft.ts'
import type { TableRow } from './template-cells.ts'

export type UnitRows = { id: string; rows: TableRow[] }

const naming = ['unitCode', 'unitReference', 'unitNumber', 'unitTitle'] as const

/**
 * Units as their rows come. A row that names no unit belongs to the one above; one with the same code or reference as
 * an earlier unit to that one, wherever it stands (R21); a number alone is not enough, since two qualifications may
 * both have a unit 1 (R20). A row with content above the first unit is reported.
 */
export function openUnits(note: Note) {
  const units: UnitRows[] = []
  let current: UnitRows | null = null
  const ids = new Set<string>()

  const named = (unit: UnitRows, column: (typeof naming)[number]) =>
    unit.rows.find(row => row.cells[column])?.cells[column]
  const conflicts = (unit: UnitRows, row: TableRow) =>
    naming.some(column => {
      const [known, said] = [named(unit, column), row.cells[column]]
      return known !== undefined && said !== undefined && known !== said
    })
  const isSame = (unit: UnitRows, row: TableRow): boolean => {
    const strong = (['unitCode', 'unitReference'] as const).filter(column => named(unit, column) && row.cells[column])
    if (strong.length > 0) return strong.every(column => named(unit, column) === row.cells[column])
    if (conflicts(unit, row)) return false
    return row.cells.unitTitle !== undefined && row.cells.unitTitle === named(unit, 'unitTitle')
  }

  function open(row: TableRow): UnitRows {
    const { unitCode, unitReference, unitNumber, unitTitle } = row.cells
    const code = (unitCode ?? unitReference ?? unitNumber ?? unitTitle) as string
    let id = code
    for (let at = 2; ids.has(id); at++) id = `${code} (${at})`
    if (id !== code)
      note({
        severity: 'warning',
        code: 'template-code-twice',
        unit: id,
        line: row.line,
        message: `Row ${row.line}: another unit has the code ${code} already, so this one is called ${id}. Give it a “unit code” of its own.`,
      })
    ids.add(id)
    const unit: UnitRows = { id, rows: [] }
    units.push(unit)
    return unit
  }

  return {
    all: () => units,
    of(row: TableRow): UnitRows | null {
      if (naming.some(column => row.cells[column] !== undefined)) {
        const still: boolean = current !== null && !conflicts(current, row)
        current = still ? current : (units.find(unit => isSame(unit, row)) ?? open(row))
      }
      if (current) current.rows.push(row)
      else if (row.cells.criterionText || row.cells.outcomeTitle)
        note({
          severity: 'error',
          code: 'template-row',
          line: row.line,
          message: `Column “unit title”, row ${row.line}: “${(row.cells.criterionText ?? row.cells.outcomeTitle ?? '').slice(0, 100)}” belongs to no unit and was left out. Write the unit in this row.`,
        })
      return current
    },
  }
}
