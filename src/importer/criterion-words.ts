/** What a criterion's own words say about it: knowledge or performance, and how deep. */

import type { CriterionKind } from '#domain/qualifications/specification.ts'
import { doingVerbs, tellingVerbs } from './command-verbs.ts'

const knowledgeStem =
  /^(?:the learner will |learners? (?:will|must|should) |to )?(?:know|understand|appreciate|be aware|have knowledge|demonstrate (?:an? )?(?:knowledge|understanding))\b/i
const performanceStem = /^(?:the learner will |learners? (?:will|must|should) )?be able to\b/i

/** Whether a text opens as learning outcomes do: "Understand…", "Know…", "Be able to…". */
export function isStem(text: string): boolean {
  return knowledgeStem.test(text) || performanceStem.test(text)
}

/** The command verb a criterion opens with, in lower case, or null where its first word is none we know (R29). */
export function commandVerb(text: string): string | null {
  const first = /^[“"'‘(]*(?:to\s+)?(?:be able to\s+)?([a-z]+(?:-[a-z]+)?)/i.exec(text)?.[1]?.toLowerCase()
  if (first === undefined) return null
  if (first === 'critically') return /^\W*critically\s+([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? first
  return tellingVerbs.has(first) || doingVerbs.has(first) ? first : null
}

/**
 * Knowledge or performance: by the outcome's stem; where its title is lost, by what `most` of its criteria ask for,
 * since "explain" also stands in outcomes that are done, not told; else by the criterion's verb, else null (R28).
 */
export function kindOf(
  outcomeTitle: string | null,
  text: string,
  most: CriterionKind | null = null,
): CriterionKind | null {
  if (outcomeTitle !== null && performanceStem.test(outcomeTitle)) return 'performance'
  if (outcomeTitle !== null && knowledgeStem.test(outcomeTitle)) return 'knowledge'
  const own = kindByVerb(text)
  return own === null ? null : (most ?? own)
}

function kindByVerb(text: string): CriterionKind | null {
  const verb = commandVerb(text)
  if (verb === null) return null
  return tellingVerbs.has(verb) ? 'knowledge' : 'performance'
}

/** What most of an outcome's criteria ask for by their verbs; null where as many ask for one as for the other. */
export function mostOf(texts: string[]): CriterionKind | null {
  const kinds = texts.map(kindByVerb)
  const telling = kinds.filter(kind => kind === 'knowledge').length
  const doing = kinds.filter(kind => kind === 'performance').length
  if (telling === doing) return null
  return telling > doing ? 'knowledge' : 'performance'
}
