/** The report of an import as lines that a person reads in a terminal. */

import { unknownOpenings } from '#domain/qualifications/command-verbs.ts'
import type { ReportLine, Specification, UnitSpecification } from '#domain/qualifications/specification.ts'

/** A summary of what was read, then one line for each finding: severity, where, and what to do about it. */
export function reportText({ units, qualifications, report }: Specification): string {
  const outcomes = units.flatMap(unit => unit.outcomes)
  const criteria = outcomes.flatMap(outcome => outcome.criteria)
  const read = `Read ${count(qualifications.length, 'qualification')}, ${count(units.length, 'unit')}, ${count(outcomes.length, 'outcome')}, ${count(criteria.length, 'criterion', 'criteria')}.`
  return `${[read, ...unknownVerbs(units), ...report.map(lineText)].join('\n')}\n`
}

/** The words that criteria open with and whose depth we do not know (R29); what is only known opens with no verb. */
function unknownVerbs(units: UnitSpecification[]): string[] {
  const told = units.map(({ id, outcomes }) => ({ id, outcomes: outcomes.filter(({ kind }) => kind !== 'knowledge') }))
  const openings = unknownOpenings(told)
  if (openings.length === 0) return []
  const named = openings.map(({ word, criteria: [first, ...others] }) => {
    const where = `${first?.unit} ${first?.number}`
    return `“${word}” (${others.length === 0 ? where : `${where} and ${others.length} more`})`
  })
  return [`Opening words that are no command verb known here: ${named.join(', ')}.`]
}

function lineText({ severity, unit, criterion, line, message }: ReportLine): string {
  const where = [unit && `unit ${unit}`, criterion, line && `line ${line}`].filter(Boolean).join(', ')
  return `${severity}: ${where === '' ? '' : `${where}: `}${message}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
