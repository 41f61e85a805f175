/** The report of an import as lines that a person reads in a terminal. */

import type { ReportLine, Specification } from '#domain/qualifications/specification.ts'

/** A summary of what was read, then one line for each finding: severity, where, and what to do about it. */
export function reportText({ units, qualifications, report }: Specification): string {
  const outcomes = units.flatMap(unit => unit.outcomes)
  const criteria = outcomes.flatMap(outcome => outcome.criteria)
  const read = `Read ${count(qualifications.length, 'qualification')}, ${count(units.length, 'unit')}, ${count(outcomes.length, 'outcome')}, ${count(criteria.length, 'criterion', 'criteria')}.`
  return `${[read, ...report.map(lineText)].join('\n')}\n`
}

function lineText({ severity, unit, criterion, line, message }: ReportLine): string {
  const where = [unit && `unit ${unit}`, criterion, line && `line ${line}`].filter(Boolean).join(', ')
  return `${severity}: ${where === '' ? '' : `${where}: `}${message}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
