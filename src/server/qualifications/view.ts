import { NotFound } from '#platform/http/problems.ts'
import { mayConfirmRules } from '#policy/rule-confirmations.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListPlacesOfUnitRow, ListRuleConfirmationsRow, ListVersionsRow } from './queries.ts'
import type { Version } from './tree.ts'

export function versionView(
  actor: Actor,
  { tree, details }: Version,
  versions: ListVersionsRow[],
  confirmations: ListRuleConfirmationsRow[],
) {
  const { groups, totalCredit, otherNumbers, dates, rules, ruleTexts, rulesComplete } = details
  const shown = versions.find(version => version.id === tree.versionId)
  if (!shown) throw new NotFound()
  return {
    ...{ tree, groups, totalCredit, otherNumbers, dates, rules, ruleTexts, rulesComplete },
    confirmations,
    can: { confirmRules: mayConfirmRules(actor).allowed },
    publishedAt: shown.publishedAt,
    publishedBy: shown.publishedBy,
    versions: versions.map(({ id, version, publishedAt }) => ({ id, version, publishedAt })),
  }
}

export const placeView = ({ groupCode, ...place }: ListPlacesOfUnitRow) => ({ ...place, group: groupCode })

export function unitView({ tree, structure }: Version, unitId: string, places: ListPlacesOfUnitRow[]) {
  const index = tree.units.findIndex(unit => unit.id === unitId)
  const [unit, said] = [tree.units[index], structure.units[index]]
  const shown = places.find(place => place.versionId === tree.versionId)
  if (!unit || !said || !shown) throw new NotFound()
  const { glh, simulation, evidenceRequirements, worksheet } = said
  return {
    unit: { ...unit, glh, simulation, evidenceRequirements, worksheet },
    shown: placeView(shown),
    places: places.map(placeView),
  }
}
