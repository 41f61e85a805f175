/** A specification on a few lines, so that a test can hold a whole document against what should come out of it. */

import type {
  QualificationSpecification,
  Specification,
  UnitSpecification,
} from '#domain/qualifications/specification.ts'

/** Qualifications with their rules, units with every criterion, and the report: one thing a line, indented by rank. */
export function outlineOf({ qualifications, units, report }: Specification): string {
  const lines = [
    ...qualifications.flatMap(linesOfQualification),
    ...units.flatMap(linesOfUnit),
    ...report.map(({ severity, code, unit, criterion, line }) =>
      [severity, code, unit, criterion, line === null ? null : `line ${line}`].filter(part => part !== null).join(' '),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function linesOfQualification(qualification: QualificationSpecification): string[] {
  const { title, number, framework, level, totalCredit, units, groups, rules, rulesComplete } = qualification
  return [
    `qualification ${title} | ${number} | ${framework} | level ${level} | ${totalCredit} credits`,
    ...groups.map(({ code, title }) => `  group ${code}: ${title}`),
    ...units.map(({ unit, group, theme, mandatory }) =>
      [`  ${mandatory ? 'mandatory' : 'optional'} ${unit}`, group && `group ${group}`, theme && `theme ${theme}`]
        .filter(Boolean)
        .join(' | '),
    ),
    ...rules.map(rule => `  rule ${'unknown' in rule ? 'unknown' : JSON.stringify(rule)}`),
    `  rules ${rulesComplete ? 'complete' : 'incomplete'}`,
  ]
}

function linesOfUnit(unit: UnitSpecification): string[] {
  const { id, number, title, level, credit, glh, simulation, evidenceRequirements, outcomes } = unit
  return [
    `unit ${id} | ${number} | ${title} | level ${level} | credit ${credit} | glh ${glh}`,
    ...(simulation.permission === null ? [] : [`  simulation ${simulation.permission}`]),
    ...(unit.knowledgeOnly ? ['  knowledge only'] : []),
    ...evidenceRequirements.map(({ number, text, items }) =>
      [`  evidence ${number}: ${text}`, ...items.map(({ code, text }) => `${code}) ${text}`)].join(' '),
    ),
    ...outcomes.flatMap(outcome => [
      `  ${outcome.number} ${outcome.title ?? '(no title)'}${outcome.kind === 'learning-outcome' ? '' : ` [${outcome.kind}]`}`,
      ...outcome.criteria.map(({ number, kind, plural, text, parts }) =>
        [
          `    ${number} ${text}`,
          ...parts.map(({ code, text }) => `/ ${code}) ${text}`),
          `[${kind?.[0] ?? '?'}${plural ? ', plural' : ''}]`,
        ].join(' '),
      ),
    ]),
  ]
}
