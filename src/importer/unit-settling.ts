/** Makes a unit of what its page said, its sections included. */

import type { EvidenceRequirement, UnitSpecification } from '#domain/qualifications/specification.ts'
import type { DraftUnit, Note } from './draft.ts'
import { noteStems, settledRequirements } from './requirements.ts'
import { settledOutcomes } from './settling.ts'
import { sentencesOf, simulationIn } from './simulation.ts'
import type { Section } from './vocabulary.ts'

/** The unit's number where it has one, else its local code, else its title. */
export function unitId({ id, fields }: Pick<DraftUnit, 'id' | 'fields'>): string {
  return id ?? fields.reference ?? fields.number ?? fields.title ?? 'unit'
}

/** The unit as the format has it. What the page does not say is null. Refuses nothing. */
export function settledUnit(draft: DraftUnit, note: Note): UnitSpecification {
  const id = unitId(draft)
  const outcomes = settledOutcomes(draft, id, note)
  const texts = [...draft.requirements.map(({ text }) => text), wordsOf(draft, 'evidence')]
  const evidence = texts.join(' ').trim()
  const said = [evidence, wordsOf(draft, 'simulation'), wordsOf(draft, 'supplementary')].join(' ')
  const criteria = outcomes.flatMap(outcome => outcome.criteria)
  const worksheet = draft.worksheet || /\bworksheets?\b/i.test(said)
  if (worksheet) noteWorksheet(draft, id, note)
  if (/^entry/i.test(draft.fields.level ?? '')) noteEntry(draft, id, note)
  noteStems(draft.requirements, id, note)
  return {
    id,
    reference: draft.fields.reference ?? null,
    number: draft.fields.number ?? null,
    title: draft.fields.title ?? '',
    level: amount(draft.fields.level),
    credit: amount(draft.fields.credit),
    glh: amount(draft.fields.glh),
    simulation: simulationIn(wordsOf(draft, 'simulation') || sentencesAbout(texts), texts),
    evidenceRequirements: requirementsOf(draft, evidence),
    knowledgeOnly: isKnowledgeOnly(
      said,
      outcomes.map(outcome => outcome.title),
      criteria.length,
    ),
    worksheet,
    outcomes,
  }
}

function noteEntry({ fields, line }: DraftUnit, unit: string, note: Note): void {
  note({
    severity: 'info',
    code: 'level-without-number',
    unit,
    line,
    message: `The level is printed as “${fields.level}”, which is below level 1 and has no number. It is left open.`,
  })
}

function wordsOf(draft: DraftUnit, section: Section): string {
  return draft.sections
    .filter(part => part.section === section)
    .flatMap(part => part.texts)
    .join(' ')
}

function sentencesAbout(texts: string[]): string {
  return texts
    .flatMap(sentencesOf)
    .filter(sentence => /\bsimulat/i.test(sentence))
    .join(' ')
    .trim()
}

function amount(value: string | undefined): number | null {
  const digits = value === undefined || /^entry/i.test(value) ? null : /\d+/.exec(value)
  return digits ? Number(digits[0]) : null
}

function isKnowledgeOnly(said: string, titles: (string | null)[], criteria: number): boolean {
  if (/knowledge[- ](?:based|only) unit/i.test(said)) return true
  return criteria > 0 && titles.every(title => title !== null && /^(?:know|understand)\b/i.test(title))
}

// The record of one element is a form somebody filled in; what stands on it is not the unit's own requirement.
function requirementsOf(draft: DraftUnit, evidence: string): EvidenceRequirement[] {
  if (draft.requirements.length > 0) return settledRequirements(draft.requirements)
  const isRecord = draft.sightings.some(sighting => sighting.type === 'outcome' && sighting.kind === 'element')
  return isRecord ? [] : evidenceIn(evidence, wordsOf(draft, 'supplementary'))
}

/** Plain sentences of evidence requirements, where a unit has no numbered ones. */
function evidenceIn(text: string, supplementary: string): EvidenceRequirement[] {
  const must = text === '' || /no specific evidence requirements|^this is a knowledge/i.test(text) ? [] : [text]
  const may = supplementary === '' ? [] : [supplementary]
  return [...must, ...may].map((words, at) => ({
    number: String(at + 1),
    text: words,
    kind: words === supplementary ? 'may' : 'must',
    quantifier: 'all',
    atLeast: null,
    items: [],
  }))
}

function noteWorksheet(draft: DraftUnit, unit: string, note: Note): void {
  note({
    severity: 'warning',
    code: 'worksheet-missing',
    unit,
    line: draft.line,
    message: 'This unit is assessed by a worksheet which is not in the text. Attach it before learners start the unit.',
  })
}
