/**
 * Where evidence may come from: what each source says of a unit's simulation and realistic working environment, and whether
 * evidence from one setting may meet one criterion (R99, R100, R102, R103, R104).
 */
import type { Setting } from '../evidence/evidence.ts'
import type {
  CriterionKind,
  PermissionStatement,
  QualificationSpecification,
  Simulation,
} from '../qualifications/specification.ts'
import { asksPerformance } from './settings.ts'

/** The five kinds, the strictest first. */
export const permissionKinds = ['not-allowed', 'not-for-performance', 'exceptions', 'rwe-only', 'allowed'] as const
export type PermissionKind = (typeof permissionKinds)[number]

/** A simulation; or a realistic working environment, and a work placement where the source names it in the same breath. */
export const permissionSubjects = ['simulation', 'environment'] as const
export type PermissionSubject = (typeof permissionSubjects)[number]

/**
 * What one place says. `unit`: the unit's own page; `document`: another page of it; `framework`: R103; `person`: recorded by
 * hand; `simulation`: nothing is said of the environment, which then follows what is said of simulation.
 */
export type PermissionSource = {
  about: PermissionSubject
  kind: PermissionKind
  /** What is refused is refused for evidence of performance only. */
  performanceOnly: boolean
  /** None where `exceptions` holds for every criterion on the condition as printed. */
  exceptions: Simulation['exceptions']
  /** Work placements are meant as well. */
  placement: boolean
  text: string | null
  from: 'unit' | 'document' | 'framework' | 'person' | 'simulation'
  /** The line of the document, or the document that a person found it in. */
  where: string | null
}

/** What is known of a unit in one version: its sources, and which of them a named person has said to follow. */
export type UnitPermission = {
  sources: PermissionSource[]
  settled: Partial<Record<PermissionSubject, PermissionSource>>
}

type Told = {
  /** As printed, or null where nothing is: the sentence then says what follows from the framework. */
  text: string | null
  source: PermissionSource
}
export type PermissionAnswer =
  | { answer: 'allowed' }
  | ({ answer: 'on-condition'; condition: string } & Told)
  | ({ answer: 'refused' } & Told)

type Printed = Pick<QualificationSpecification, 'framework' | 'level' | 'permissionStatements'>

/**
 * Everything that is said of a unit within a qualification, the unit's own words first. Where the unit and its document are
 * silent about a realistic working environment, the framework's rule holds: it is allowed in SVQs at levels 1 and 2, which are
 * SCQF levels 4 and 5, and not above (R103). Outside that framework it is a kind of simulation and follows what is said of that.
 */
export function sourcesOf(
  unit: { id: string; simulation: Simulation },
  qualification: Printed,
  recorded: PermissionSource[] = [],
): PermissionSource[] {
  const own = ownSources(unit.simulation)
  const document = (qualification.permissionStatements ?? [])
    .filter(statement => statement.units.includes(unit.id))
    .map(stated)
  const said = [...own, ...document, ...recorded]
  if (said.some(({ about, from }) => about === 'environment' && from !== 'unit')) return said
  const { framework, level } = qualification
  if (framework === 'SCQF') return level === null ? said : [...said, ofFramework(level)]
  if (said.some(({ about }) => about === 'environment')) return said
  return [...said, ...said.filter(({ about }) => about === 'simulation').map(asEnvironment)]
}

function ownSources({ permission, performanceOnly = false, exceptions, text, environment }: Simulation) {
  const own: PermissionSource[] = []
  if (permission)
    own.push({
      about: 'simulation',
      kind: permission === 'not-allowed' && performanceOnly ? 'not-for-performance' : permission,
      ...{ performanceOnly, exceptions, placement: false, text, from: 'unit', where: null },
    })
  if (environment) {
    const { permission: kind, placement, text: printed } = environment
    own.push({
      ...{ about: 'environment', kind, performanceOnly: false, exceptions: [], placement },
      ...{ text: printed, from: 'unit', where: null },
    })
  }
  return own
}

const stated = ({ about, permission, placement, text, line }: PermissionStatement): PermissionSource => ({
  ...{
    about,
    kind: permission,
    performanceOnly: permission === 'not-for-performance',
    exceptions: [],
    placement,
    text,
  },
  from: 'document',
  where: line === null ? null : String(line),
})

const ofFramework = (level: number): PermissionSource => ({
  about: 'environment',
  kind: level <= 5 ? 'allowed' : 'not-allowed',
  ...{ performanceOnly: false, exceptions: [], placement: true, text: null, from: 'framework', where: null },
})

/** What is said of simulation, as it bears on an environment of which nothing is said. */
const asEnvironment = (source: PermissionSource): PermissionSource => ({
  ...source,
  about: 'environment',
  kind: source.kind === 'rwe-only' ? 'allowed' : source.kind,
  from: 'simulation',
})

/**
 * Whether evidence from this setting may meet this criterion: the strictest of what is said, unless a named person has
 * settled which source to follow (R104). Of which nothing is said is allowed. A job, paid or voluntary, always is.
 */
export function mayComeFrom(
  setting: Setting,
  criterion: { number: string; kind: CriterionKind | null },
  { sources, settled }: UnitPermission,
): PermissionAnswer {
  const about = subjectOf(setting)
  if (!about) return { answer: 'allowed' }
  const said = sources.filter(s => s.about === about && (setting !== 'placement' || s.placement))
  if (said.length === 0) return { answer: 'allowed' }
  const follows = settled.simulation && said.every(s => s.from === 'simulation')
  const followed = settled[about] ?? (follows ? asEnvironment(settled.simulation as PermissionSource) : undefined)
  const answers = (followed ? [followed] : said).map(source => answerOf(source, setting, criterion))
  return (
    answers.find(a => a.answer === 'refused') ?? answers.find(a => a.answer === 'on-condition') ?? { answer: 'allowed' }
  )
}

/** What has to be permitted for a setting; null for a job, which never has to be. */
export function subjectOf(setting: Setting): PermissionSubject | null {
  if (setting === 'simulation') return 'simulation'
  return setting === 'realistic-working-environment' || setting === 'placement' ? 'environment' : null
}

function answerOf(
  source: PermissionSource,
  setting: Setting,
  { number, kind }: { number: string; kind: CriterionKind | null },
): PermissionAnswer {
  const told = { text: source.text, source }
  if (source.performanceOnly && !asksPerformance(kind)) return { answer: 'allowed' }
  switch (source.kind) {
    case 'allowed':
      return { answer: 'allowed' }
    case 'rwe-only':
      return setting === 'simulation' ? { answer: 'refused', ...told } : { answer: 'allowed' }
    case 'not-allowed':
    case 'not-for-performance':
      return { answer: 'refused', ...told }
    case 'exceptions': {
      if (source.exceptions.length === 0) return { answer: 'on-condition', condition: source.text ?? '', ...told }
      const excepted = source.exceptions.find(e => e.criterion === number)
      return excepted
        ? { answer: 'on-condition', condition: excepted.condition, ...told }
        : { answer: 'refused', ...told }
    }
  }
}

const bans: readonly PermissionKind[] = ['not-allowed', 'not-for-performance']

/** What the sources contradict each other about; bans of more and of less do not, the stricter simply holds (R104). */
export function conflictsAmong(sources: readonly PermissionSource[]): PermissionSubject[] {
  return permissionSubjects.filter(about => {
    const kinds = sources
      .filter(s => s.about === about && s.from !== 'simulation')
      .map(s => (bans.includes(s.kind) ? 'banned' : s.kind))
    return new Set(kinds).size > 1
  })
}

/** The strictest of the sources about one subject; null where nothing is said. */
export const strictestOf = (sources: readonly PermissionSource[], about: PermissionSubject): PermissionSource | null =>
  sources
    .filter(s => s.about === about)
    .toSorted((a, b) => permissionKinds.indexOf(a.kind) - permissionKinds.indexOf(b.kind))[0] ?? null

/** Statements of a document that name units which it does not have: nobody can say where they hold (R104). */
export const unplacedStatements = ({ permissionStatements = [] }: Pick<Printed, 'permissionStatements'>) =>
  permissionStatements.filter(statement => statement.unknownUnits.length > 0)
