/** Reads a CFPackage of CASE 1.1 into a specification: ours come back whole, others as far as CASE can say. */

import type { CaseExtensions } from '#domain/qualifications/case.ts'
import { moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import { readQualificationNumber } from '#domain/qualifications/qualification-number.ts'
import {
  type Outcome,
  type QualificationSpecification,
  type Specification,
  specificationFormat,
  type UnitPlace,
  type UnitSpecification,
} from '#domain/qualifications/specification.ts'
import { type CaseTree, caseTree, type Node, plainText } from './case-tree.ts'
import { commandVerb, kindOf } from './criterion-words.ts'

import { type Note, openReport } from './draft.ts'
import type { Source, SpecificationReading } from './read-specification.ts'
import { rulesOf } from './rules.ts'

/** Whether a parsed JSON value means to be a CFPackage. */
export const isCasePackage = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'CFDocument' in value

/**
 * Takes a parsed CFPackage. Items that say what they are (qualification, unit, outcome, criterion) are taken at their
 * word; in other packages the depth tells, and the report says so. Units that are exact matches of each other are one
 * unit (R21); codes that two units share are told apart (R20). What hangs nowhere is reported and not dropped in
 * silence. Refuses a package without units. Values of our own extensions are passed on as they are, to be checked.
 */
export function caseSpecification(value: object, source: Source): SpecificationReading {
  const { report, note } = openReport()
  const tree = caseTree(value, note)
  if ('refusal' in tree) return tree
  const units = unitsOf(tree, note)
  if (units.size === 0) return { refusal: 'This CASE package holds no items that could be units with criteria.' }
  const { document } = tree
  const said = (document.extensions as CaseExtensions | undefined)?.['countersign:source']
  const specification: Specification = {
    format: specificationFormat,
    source: {
      ...source,
      awardingOrganisation: creatorOf(document),
      documentTitle: said === undefined ? plainText(document.title) : said.documentTitle,
      documentVersion: said === undefined ? plainText(document.version) : said.documentVersion,
    },
    qualifications: qualificationsOf(tree, units, note),
    units: [...new Set(units.values())],
    report,
  }
  return { specification }
}

function creatorOf(document: Record<string, unknown>): string | null {
  const creator = plainText(document.creator)
  return creator === 'not said' ? plainText(document.publisher) : creator
}

/** Each unit node with its unit; nodes that are exact matches share one. */
function unitsOf(tree: CaseTree, note: Note): Map<Node, UnitSpecification> {
  const units = new Map<Node, UnitSpecification>()
  const taken = new Set<string>()
  for (const node of tree.nodes.filter(node => node.kind === 'unit')) {
    const same = tree.matchesOf(node).find(other => units.has(other))
    const unit = (same && units.get(same)) ?? unitOf(node, taken, note)
    units.set(node, unit)
    taken.add(unit.id)
    for (const uri of tree.matchesElsewhere(node))
      note({
        severity: 'info',
        code: 'case-same-unit',
        unit: unit.id,
        message: `The package says that this unit is the same as ${uri}, which is not in it.`,
      })
  }
  return units
}

function unitOf(node: Node, taken: ReadonlySet<string>, note: Note): UnitSpecification {
  const { title: said, code, number, extensions } = node
  const ours = extensions['countersign:unit']
  const id = freeCode(ours?.id ?? code ?? said, taken, note)
  const title = said || id
  const outcomes = outcomesOf(node)
  if (ours) {
    const { group: _g, theme: _t, mandatory: _m, ...details } = ours
    return { ...details, id, title: said, outcomes }
  }
  const reference = code !== null && /^[A-Z]\/\d{3}\/\d{4}$/.test(code) ? code : null
  return {
    ...{ id, reference, number: number ?? (reference ? null : code), title, level: null, credit: null, glh: null },
    simulation: { permission: null, text: null, exceptions: [] },
    ...{ evidenceRequirements: [], knowledgeOnly: false, worksheet: false, outcomes },
  }
}

function freeCode(code: string, taken: ReadonlySet<string>, note: Note): string {
  if (!taken.has(code)) return code
  let free = code
  for (let at = 2; taken.has(free); at++) free = `${code} (${at})`
  note({
    severity: 'warning',
    code: 'case-code-twice',
    unit: free,
    message: `Two units have the code ${code}; the second is called ${free} until it gets a code of its own.`,
  })
  return free
}

/** Criteria straight under a unit stand in an outcome without a title. */
function outcomesOf(unit: Node): Outcome[] {
  const loose = unit.children.filter(child => child.kind === 'criterion')
  const outcomes = unit.children.filter(child => child.kind === 'outcome').map(outcomeOf)
  if (loose.length === 0) return outcomes
  const free = String(outcomes.length + 1)
  return [...outcomes, { number: free, kind: 'learning-outcome', title: null, criteria: criteriaOf(loose, free, null) }]
}

function outcomeOf(node: Node, at: number): Outcome {
  const ours = node.extensions['countersign:outcome']
  const number = ours?.number ?? node.number ?? node.code ?? String(at + 1)
  const title = ours ? ours.title : node.title || null
  return { number, kind: ours?.kind ?? 'learning-outcome', title, criteria: criteriaOf(node.children, number, title) }
}

function criteriaOf(nodes: Node[], outcome: string, title: string | null): Outcome['criteria'] {
  return below(nodes).map((node, at) => {
    const ours = node.extensions['countersign:criterion']
    if (ours) return { ...ours, text: node.title }
    const text = node.title
    const number = node.code ?? node.number ?? `${outcome}.${at + 1}`
    return {
      number,
      kind: kindOf(title, text),
      verb: commandVerb(text),
      plural: moreThanOneAsked({ text, verb: commandVerb(text) }) !== null,
      text,
      parts: [],
    }
  })
}

/** The nodes and all below them, each once: an item may hang in two places. */
function below(nodes: Node[], seen = new Set<Node>()): Node[] {
  return nodes.flatMap(node => {
    if (seen.has(node)) return []
    seen.add(node)
    return [node, ...below(node.children, seen)]
  })
}

function qualificationsOf(
  tree: CaseTree,
  units: Map<Node, UnitSpecification>,
  note: Note,
): QualificationSpecification[] {
  const inside = new Set<Node>()
  const tops: Node[] = []
  for (const node of tree.nodes.filter(node => node.kind === 'qualification')) {
    if (!inside.has(node)) tops.push(node)
    below(node.children, inside)
  }
  if (tops.length > 0)
    return tops.map(top =>
      qualificationOf(
        top,
        below([top]).filter(node => units.has(node)),
        units,
        note,
      ),
    )
  const { document } = tree
  const whole = { title: plainText(document.title) ?? 'Untitled', code: null, extensions: {} as CaseExtensions }
  return [qualificationOf(whole, [...units.keys()], units, note)]
}

function qualificationOf(
  { title, code, extensions }: Pick<Node, 'title' | 'code' | 'extensions'>,
  members: Node[],
  units: Map<Node, UnitSpecification>,
  note: Note,
): QualificationSpecification {
  const places = new Map(members.map(node => placeOf(node, units.get(node) as UnitSpecification)).map(p => [p.unit, p]))
  const ours = extensions['countersign:qualification']
  if (ours) return { ...ours, title, units: [...places.values()] }
  const number = code === null ? null : readQualificationNumber(code)
  const { rules, texts, complete, totalCredit } = rulesOf([], [...places.values()], note)
  return {
    ...{ title, number: number?.ok ? number.number : null, framework: null, level: null, totalCredit },
    otherNumbers: code !== null && !number?.ok ? [{ scheme: 'CASE', value: code }] : [],
    registration: { opens: null, lastRegistration: null, lastCertification: null },
    units: [...places.values()],
    ...{ groups: [], rules, ruleTexts: texts, rulesComplete: complete },
  }
}

function placeOf({ extensions }: Node, { id }: UnitSpecification): UnitPlace {
  const { group = null, theme = null, mandatory = false } = extensions['countersign:unit'] ?? {}
  return { unit: id, group, theme, mandatory }
}
