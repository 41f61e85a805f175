/** What a unit's page says about simulation and realistic working environments, which decides where evidence may come from. */

import type { EnvironmentPermission, Simulation } from '#domain/qualifications/specification.ts'

const refused =
  /\bsimulat(?:ion|ed (?:activity|evidence))\b[^.]{0,60}?\b(?:is|are|must|may|can|will)?\s*(?:not\b|n’t\b|n't\b)[^.]{0,40}?(?:allowed|permitted|acceptable|permissible|used)|no simulation\b|cannot be simulated/i
const excepted = /\bexcept(?:ion|ing)?\b|\bunless\b|\bexcerpt\b/i
const ofPerformance = /\bnot\b[^.]{0,40}?\bfor (?:any )?performance evidence\b/i
const realistic = /realistic work(?:ing|place)? environment|\bRWE\b/i
// "It should ideally be based on" recommends; only these bind.
const binding = /\b(?:must|only|has to|have to|shall|takes? place)\b/i
const allowed =
  /\bsimulat(?:ion|ed)\b[^.]{0,60}?\b(?:allowed|permitted|acceptable|permissible|may be used|can be used)|through simulation/i
const exception =
  /\bsimulation (?:may|can) (?:only )?be used (?:for|in)\b(?: assessment)? criteri(?:a|on)\s+([\d., and]+?)\s*((?:\(|if\b|where\b|when\b|provided\b)[^.]*)?(?:\.(?!\d)|$)/gi
const refusesRealistic = /realistic work(?:ing)? environment[^.]{0,60}\bnot (?:permissible|permitted|allowed)/i
const permitsRealistic = /realistic work(?:ing)? environment[^.]{0,60}\b(?:is|are) (?:permissible|permitted|allowed)/i

/**
 * Reads the words under "Simulation", or any others that mention it, into a permission and its exceptions; and from all that
 * is said of evidence, whether a realistic working environment is permitted. What is not said is left out.
 */
export function simulationIn(text: string, evidence: string[] = []): Simulation {
  const said = environmentIn([text, ...evidence])
  const environment = said ? { environment: said } : {}
  if (!/simulat/i.test(text)) return { permission: null, text: null, exceptions: [], ...environment }
  const exceptions = [...text.matchAll(exception)].flatMap(exceptionsIn)
  const performanceOnly = ofPerformance.test(text) ? { performanceOnly: true } : {}
  return { permission: permissionIn(text, exceptions.length > 0), text, exceptions, ...performanceOnly, ...environment }
}

function permissionIn(text: string, hasExceptions: boolean): Simulation['permission'] {
  if (refused.test(text)) return hasExceptions || excepted.test(text) ? 'exceptions' : 'not-allowed'
  if (sentencesOf(text).some(sentence => realistic.test(sentence) && binding.test(sentence))) return 'rwe-only'
  return allowed.test(text) ? 'allowed' : null
}

function exceptionsIn(found: RegExpMatchArray): Simulation['exceptions'] {
  const numbers = (found[1] ?? '').match(/\d{1,2}\.\d{1,2}/g) ?? []
  return numbers.map(criterion => ({ criterion, condition: (found[2] ?? '').trim() }))
}

function environmentIn(texts: string[]): EnvironmentPermission | null {
  for (const text of texts.flatMap(sentencesOf)) {
    const permission = refusesRealistic.test(text) ? 'not-allowed' : permitsRealistic.test(text) ? 'allowed' : null
    if (permission) return { permission, placement: /\bwork placement\b/i.test(text), text }
  }
  return null
}

/** A bracket may close after the full stop. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=\.[)”"]?)\s+/).map(sentence => sentence.trim())
