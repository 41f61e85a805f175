import { ruleConfirmationsContract as endpoints } from '#contract/rule-confirmations.ts'
import type { Rule } from '#domain/qualifications/specification.ts'
import { checkSuppliedRules } from '#domain/qualifications/supplied-rules.ts'
import { action } from '#platform/http/action.ts'
import { confirmingRoles, mayConfirmRules } from '#policy/rule-confirmations.ts'
import { insertRuleConfirmation } from './queries.ts'
import { versionOf } from './tree.ts'

export const confirmRule = action({
  load: ({ db, params }) => versionOf(db, params.versionId),
  may: mayConfirmRules,
  input: endpoints['POST /centres/:centreId/versions/:versionId/rule-confirmations'],
  run: async ({ db, actor, now, params: { versionId }, body, loaded: { structure }, record }) => {
    const { rule, sourceText } = body
    const rules = body.rules as Rule[]
    checkSuppliedRules(
      structure.qualification,
      structure.units.map(u => u.level),
      { rule, rules },
    )
    const { id } = await insertRuleConfirmation(db, { versionId, rule, rules, sourceText, by: actor.personId, at: now })
    await record({
      type: 'rule-confirmed',
      as: confirmingRoles.find(role => actor.roles.includes(role)) as string,
      subjectId: versionId,
      body: { confirmationId: id, rule, rules, sourceText },
    })
    return { confirmationId: id }
  },
})
