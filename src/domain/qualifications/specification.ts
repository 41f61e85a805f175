/**
 * What an awarding organisation asks for, as data: qualifications, their units, outcomes and criteria.
 *
 * This is the document `countersign.specification/1` that the importer writes, the catalogue stores as a version,
 * the API returns and `spec check` reads. `null` always means "the source does not say", never zero or no.
 */

export const specificationFormat = 'countersign.specification/1'

export type Specification = {
  format: typeof specificationFormat
  source: SpecificationSource
  qualifications: QualificationSpecification[]
  units: UnitSpecification[]
  report: ReportLine[]
}

export type SpecificationSource = {
  name: string
  sha256: string
  awardingOrganisation: string | null
  documentTitle: string | null
  documentVersion: string | null
}

export type QualificationSpecification = {
  title: string
  /** The regulator's accreditation number, nnn/nnnn/c, or null for schemes that have none (R13). */
  number: string | null
  otherNumbers: { scheme: string; value: string }[]
  framework: Framework | null
  level: number | null
  totalCredit: number | null
  /** Days as YYYY-MM-DD; the day itself still counts (R23). */
  registration: { opens: string | null; lastRegistration: string | null; lastCertification: string | null }
  units: UnitPlace[]
  groups: { code: string; title: string }[]
  rules: Rule[]
  /** The rules as the document prints them. */
  ruleTexts: string[]
  rulesComplete: boolean
  /** Left out where the document says nothing beyond its units. */
  permissionStatements?: PermissionStatement[] | undefined
}

export const frameworks = ['RQF', 'QCF', 'NVQ', 'SCQF', 'CQFW'] as const
export type Framework = (typeof frameworks)[number]

/** Where a unit stands in one qualification: the same unit may stand elsewhere in another (R21). */
export type UnitPlace = { unit: string; group: string | null; theme: string | null; mandatory: boolean }

export type UnitSpecification = {
  /** The unit's accreditation number where there is one, else its local code, e.g. "F2". */
  id: string
  reference: string | null
  /** The local number or code as printed: "1", "A10". */
  number: string | null
  title: string
  level: number | null
  credit: number | null
  /** Guided learning hours. */
  glh: number | null
  simulation: Simulation
  evidenceRequirements: EvidenceRequirement[]
  knowledgeOnly: boolean
  worksheet: boolean
  outcomes: Outcome[]
}

export type SimulationPermission = 'not-allowed' | 'allowed' | 'rwe-only' | 'exceptions'

export type Simulation = {
  permission: SimulationPermission | null
  text: string | null
  /** None under `exceptions`: it holds for every criterion on the condition in the text. */
  exceptions: { criterion: string; condition: string }[]
  /** What is refused is refused for evidence of performance only; left out where it is refused for any (R102). */
  performanceOnly?: boolean | undefined
  /** What the unit says of realistic working environments for itself; left out where it says nothing (R103). */
  environment?: EnvironmentPermission | undefined
}

export type EnvironmentPermission = {
  permission: 'allowed' | 'not-allowed'
  /** Work placements are meant as well. */
  placement: boolean
  text: string
}

/** What a document says, outside the units themselves, of where the evidence for some of them may come from (R104). */
export type PermissionStatement = {
  about: 'simulation' | 'environment'
  permission: 'allowed' | 'not-allowed' | 'not-for-performance'
  /** The units of the qualification that it holds for. */
  units: string[]
  /** Units it names which the document does not have, as printed. */
  unknownUnits: string[]
  placement: boolean
  text: string
  line: number | null
}

/** `may` informs and is not counted; `must` is (R94). */
export type EvidenceRequirement = {
  number: string
  text: string
  kind: 'must' | 'may'
  quantifier: Quantifier
  /** The number that a quantifier other than `all` names. */
  atLeast: number | null
  items: RequirementItem[]
}

/**
 * How much of a requirement must be covered (R93). `all`: every item, or the sentence itself where it has none. `at-least`: so many
 * of the items; without items, so many different things, each with a name ("two media"). `each`: so many different things
 * ("two changes"), every one of them with all of the items.
 */
export const quantifiers = ['all', 'at-least', 'each'] as const
export type Quantifier = (typeof quantifiers)[number]

/** An item may itself ask for so many different things: "using at least two different formal methods". */
export type RequirementItem = LetteredPart & { atLeast?: number }

export type LetteredPart = { code: string; text: string }

export type Outcome = {
  number: string
  kind: 'learning-outcome' | 'element' | 'knowledge'
  title: string | null
  criteria: Criterion[]
}

export type CriterionKind = 'knowledge' | 'performance'

export type Criterion = {
  /**
   * As printed: "1.1", "P3". A grid of pass, merit and distinction has no field of its own: each criterion is numbered P1,
   * M1 or D1 (with "A." before it where the document prints that) and stands under its outcome, pass before merit before
   * distinction; where the grid does not say to which outcome a criterion belongs, all of it stands under an outcome "G".
   * Statements of a standard without outcomes are numbered P1, K1, S1 and B1 under outcomes P, K, S and B.
   */
  number: string
  kind: CriterionKind | null
  /** The command verb, in lower case, which sets the depth asked for (R29). */
  verb: string | null
  /** More than one is asked for: read off the words when it is imported, and a person may correct it (R30). */
  plural: boolean
  text: string
  parts: LetteredPart[]
}

/** A constraint over the chosen units. All constraints of a qualification must hold (R43). */
export type Rule =
  | { require: string[] }
  | { credits: Bounds }
  | { count: Bounds }
  | { barred: string[] }
  | { unknown: string }

export type Bounds = { of?: Selector; min?: number; max?: number }

/** Every field given must match. An empty selector matches every unit. */
export type Selector = {
  group?: string | string[]
  theme?: string | string[]
  level?: number | number[]
  mandatory?: boolean
  optional?: boolean
  units?: string[]
}

export type Severity = 'info' | 'warning' | 'error'

export type ReportLine = {
  severity: Severity
  code: string
  unit: string | null
  criterion: string | null
  /** Line of the extracted text, counted from 1. */
  line: number | null
  /** A sentence that a person can act on. */
  message: string
}
