/** What a criterion's own words say about it: knowledge or performance, how deep, and how many examples. */

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

const determiners = words(
  'the a an different various main key common possible potential any some their its own your relevant appropriate ' +
    'available range several most specific current typical at least two three four five major principal other general basic',
)

/** "hazards found…", "rules laid down…": what follows the thing asked for. */
const participle =
  /(?<=\b[\p{L}-]*[^s\s]s)\s+(?:found|made|given|met|seen|set|held|kept|taken|known|laid|shown|\p{L}{2,}ed|\p{L}{3,}ing|available|present|relevant|appropriate|specific)\b.*$/iu
const beyondObject =
  /\s+(?=(?:of|that|which|who|to|for|in|on|with|when|where|how|why|what|by|from|at|across|under|through|after|before|during|without|against|per|via|than|as|if|while|so|beyond|over|beside|upon|between|into|about|within|associated|relating|being|can|could|should|would|must|may|might|will|are|is|was|were|has|have|do|does)\b)|[;:.(]/i

/**
 * Whether the thing asked for is named in the plural ("identify ways", "the cost and implications of…"), so that one
 * example is not enough (R30). Read off the nouns after the verb, each the last word before a comma, an "and" or the
 * first preposition.
 */
export function isPlural(text: string): boolean {
  const object = (commandVerb(text) === null ? `x ${text}` : text)
    .replace(/^(?:critically\s+)?\S+(?:\s+and\s+(?=\S+\s+(?:the|an?)\b)\S+)?\s+/i, '')
    .split(beyondObject)[0]
    ?.replace(participle, '')
  // "Explain how customers…" asks for one account, however many customers there are.
  if (/^(?:how|why|when|what|where|who|whether|that)\b/i.test(object ?? '')) return false
  if (/\b(?:range|variety|nature|types?|kinds?|number)(?:,? (?:and )?\w+)* of \S+(?: \S+){0,2}s\b/i.test(text))
    return true
  return (object ?? '')
    .toLowerCase()
    .split(/\s*,\s*|\s+(?:and\/or|and|or)\s+/)
    .some(part =>
      isPluralNoun(
        part
          .trim()
          .split(/\s+/)
          .findLast(word => !determiners.has(word)) ?? '',
      ),
    )
}

/** Words that end as plurals do and are none, besides those in -ss, -us, -is and -ics. */
const singular = words(
  'always perhaps news its his hers ours theirs this yes plus gas lens bias canvas chaos ethos atlas alias series species ' +
    'means diabetes rabies sometimes afterwards towards besides nowadays overseas has does was says',
)

/** A genitive ("customers’") names no thing asked for, and neither does "business", "basis" or "progress". */
function isPluralNoun(word: string): boolean {
  if (/^(?:criteria|data|people|media|phenomena|analyses|hypotheses|bases|crises)$/.test(word)) return true
  return /^[a-z/-]{3,}s$/.test(word) && !/(?:ss|us|is|ics)$/.test(word) && !singular.has(word)
}

function words(list: string): Set<string> {
  return new Set(list.split(' '))
}
