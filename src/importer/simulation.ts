/** What a unit's page says about simulation, which decides where a learner's evidence may come from. */

import type { Simulation } from '#domain/qualifications/specification.ts'

const refused =
  /\bsimulat(?:ion|ed (?:activity|evidence))\b[^.]{0,60}?\b(?:is|are|must|may|can|will)?\s*(?:not\b|n’t\b|n't\b)[^.]{0,40}?(?:allowed|permitted|acceptable|permissible|used)|no simulation\b|cannot be simulated/i
const excepted = /\bexcept(?:ion|ing)?\b|\bunless\b|\bexcerpt\b/i
const realistic = /realistic work(?:ing|place)? environment|\bRWE\b/i
const allowed =
  /\bsimulat(?:ion|ed)\b[^.]{0,60}?\b(?:allowed|permitted|acceptable|permissible|may be used|can be used)|through simulation/i
const exception =
  /\bsimulation (?:may|can) (?:only )?be used (?:for|in)\b(?: assessment)? criteri(?:a|on)\s+([\d., and]+?)\s*((?:\(|if\b|where\b|when\b|provided\b)[^.]*)?(?:\.(?!\d)|$)/gi

/** Reads the words under "Simulation", or any others that mention it, into a permission and its exceptions. */
export function simulationIn(text: string): Simulation {
  if (!/simulat/i.test(text)) return { permission: null, text: null, exceptions: [] }
  const exceptions = [...text.matchAll(exception)].flatMap(exceptionsIn)
  return { permission: permissionIn(text, exceptions.length > 0), text, exceptions }
}

function permissionIn(text: string, hasExceptions: boolean): Simulation['permission'] {
  if (refused.test(text)) return hasExceptions || excepted.test(text) ? 'exceptions' : 'not-allowed'
  if (realistic.test(text)) return 'rwe-only'
  return allowed.test(text) ? 'allowed' : null
}

function exceptionsIn(found: RegExpMatchArray): Simulation['exceptions'] {
  const numbers = (found[1] ?? '').match(/\d{1,2}\.\d{1,2}/g) ?? []
  return numbers.map(criterion => ({ criterion, condition: (found[2] ?? '').trim() }))
}
