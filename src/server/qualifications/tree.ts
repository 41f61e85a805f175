import type { AsPrinted } from '#domain/qualifications/shared-units.ts'
import { asPrinted } from '#domain/qualifications/shared-units.ts'
import type {
  PermissionStatement,
  QualificationSpecification,
  Specification,
  UnitPlace,
  UnitSpecification,
} from '#domain/qualifications/specification.ts'
import type { QualificationTree, TreeUnit } from '#domain/qualifications/tree.ts'
import type { Instant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { selectTree, selectVersionKey } from './queries.ts'

/** A version with everything its document says: the tree, and what the rules of combination need. */
export type Version = {
  tree: QualificationTree
  details: VersionDetails
  /** The same version in the form the rules of combination read; outcomes are left out of the units. */
  structure: Pick<Specification, 'qualifications' | 'units'> & { qualification: QualificationSpecification }
  publishedAt: Instant
}

type VersionDetails = Pick<
  QualificationSpecification,
  'otherNumbers' | 'totalCredit' | 'groups' | 'rules' | 'ruleTexts' | 'rulesComplete'
> & {
  dates: QualificationSpecification['registration']
  permissionStatements: PermissionStatement[]
  importId: string | null
}

type StoredUnit = TreeUnit & Omit<UnitSpecification, 'id' | 'outcomes'> & { asPrinted: AsPrinted }
export type StoredTree = Omit<QualificationTree, 'units'> & VersionDetails & { units: StoredUnit[] }

// A published version never changes, so nothing in here can go stale; the oldest leave when there are too many.
const kept = new Map<string, Version>()
const most = 100

/**
 * A published version as people walk it, frozen because it is shared. 404 for a version of another centre; whether this
 * actor may see this version is for the caller's loader to say.
 */
export async function treeOf(db: Db, versionId: string, foundIn?: string): Promise<QualificationTree> {
  return (await versionOf(db, versionId, foundIn)).tree
}

/** @param foundIn the centre in which the caller's own statement has just found this version; saves asking again. */
export async function versionOf(db: Db, versionId: string, foundIn?: string): Promise<Version> {
  const centreId = foundIn ?? (await selectVersionKey(db, { versionId })).centreId
  const key = `${centreId}/${versionId}`
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const { tree, publishedAt } = await selectTree(db, { versionId })
  const version = freeze(versionFrom(tree, publishedAt))
  kept.set(key, version)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest) kept.delete(oldest)
  return version
}

function versionFrom(stored: StoredTree, publishedAt: Instant): Version {
  const { units: storedUnits, ...said } = stored
  const { otherNumbers, totalCredit, groups, rules, ruleTexts, rulesComplete, dates, importId, ...rest } = said
  const { permissionStatements, ...head } = rest
  const units = storedUnits.map(({ asPrinted: differences, ...unit }) => asPrinted(unit, differences))
  const details = {
    otherNumbers,
    totalCredit,
    groups,
    rules,
    ruleTexts,
    rulesComplete,
    dates,
    permissionStatements,
    importId,
  }
  const qualification = {
    title: head.title,
    number: head.number,
    otherNumbers,
    framework: head.framework as QualificationSpecification['framework'],
    level: head.level,
    totalCredit,
    registration: dates,
    units: units.map((u): UnitPlace => ({ unit: u.code, group: u.group, theme: u.theme, mandatory: u.mandatory })),
    groups,
    rules,
    ruleTexts,
    rulesComplete,
    ...(permissionStatements.length > 0 ? { permissionStatements } : {}),
  }
  const structure = { qualification, qualifications: [qualification], units: units.map(specificationOf) }
  return { tree: { ...head, units: units.map(treeUnit) }, details, structure, publishedAt }
}

type PrintedUnit = Omit<StoredUnit, 'asPrinted'>

function treeUnit(unit: PrintedUnit): TreeUnit {
  const { glh: _g, simulation: _s, evidenceRequirements: _e, worksheet: _w, ...rest } = unit
  return rest
}

function specificationOf(unit: PrintedUnit): UnitSpecification {
  const { code, reference, number, title, level, credit, glh, simulation, evidenceRequirements } = unit
  const { knowledgeOnly, worksheet } = unit
  return {
    ...{ id: code, reference, number, title, level, credit, glh, simulation, evidenceRequirements },
    ...{ knowledgeOnly, worksheet, outcomes: [] },
  }
}

function freeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
