/** What a criterion's own words say about it: knowledge or performance, how deep, and how many examples. */

import type { CriterionKind } from '#domain/qualifications/specification.ts'

const knowledgeStem =
  /^(?:the learner will |learners? (?:will|must|should) |to )?(?:know|understand|appreciate|be aware|have knowledge|demonstrate (?:an? )?(?:knowledge|understanding))\b/i
const performanceStem = /^(?:the learner will |learners? (?:will|must|should) )?be able to\b/i

/** Whether a text opens as learning outcomes do: "Understand…", "Know…", "Be able to…". */
export function isStem(text: string): boolean {
  return knowledgeStem.test(text) || performanceStem.test(text)
}

// Verbs by which a criterion asks the learner to say something; the depth each asks for is set elsewhere (R29).
const tellingVerbs = words(
  'analyse appraise calculate classify compare contrast consider critique critically define describe differentiate discuss distinguish ' +
    'evaluate examine explain give illustrate indicate interpret justify list name outline recall recognise reflect ' +
    'relate specify state suggest summarise',
)

const doingVerbs = words(
  'access achieve act adapt address adhere adjust administer advise agree allocate amend answer anticipate apply arrange ask assemble assess ' +
    'assist attend balance behave brief bring build carry challenge champion check choose clarify clean close collaborate collate collect ' +
    'combine communicate complete comply conclude conduct confirm consult contact contribute control convey cooperate co-operate ' +
    'coordinate co-ordinate create deal decide delegate deliver demonstrate design detect determine develop diagnose direct display dispose ' +
    'distribute document draft draw edit empower enable encourage engage ensure enter escalate establish estimate exchange express extract ' +
    'facilitate fill find finalise follow format formulate fulfil gain gather generate greet handle help identify implement improve inform ' +
    'input inspect install instruct interact introduce investigate invite involve issue keep lead learn liaise link listen locate log maintain make ' +
    'manage match maximise measure meet minimise mix model modify monitor motivate move negotiate note observe obtain offer operate order ' +
    'organise participate pass perform persuade place plan praise prepare present prevent prioritise problem-solve process produce promote ' +
    'propose protect prove provide pursue put question raise reach react read receive recommend record reduce refer refine reinforce ' +
    'remain remove repair report represent request research resolve respect respond restore retrieve return review revise ' +
    'execute map route run sample schedule secure seek select sell send serve set share show signpost solve source speak spot step store ' +
    'structure submit supervise supply support take talk test thank train transfer translate treat understand undertake update upgrade use ' +
    'utilise validate verify view welcome work write',
)

/** The command verb a criterion opens with, in lower case, or null where its first word is none we know (R29). */
export function commandVerb(text: string): string | null {
  const first = /^[“"'‘(]*(?:to\s+)?(?:be able to\s+)?([a-z]+(?:-[a-z]+)?)/i.exec(text)?.[1]?.toLowerCase()
  if (first === undefined) return null
  if (first === 'critically') return /^\W*critically\s+([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? first
  return tellingVerbs.has(first) || doingVerbs.has(first) ? first : null
}

/** Knowledge or performance: by the outcome's stem, else by the criterion's verb, else null (R28). */
export function kindOf(outcomeTitle: string | null, text: string): CriterionKind | null {
  if (outcomeTitle !== null && performanceStem.test(outcomeTitle)) return 'performance'
  if (outcomeTitle !== null && knowledgeStem.test(outcomeTitle)) return 'knowledge'
  const verb = commandVerb(text)
  if (verb === null) return null
  return tellingVerbs.has(verb) ? 'knowledge' : 'performance'
}

const determiners = words(
  'the a an different various main key common possible potential any some their its own your relevant appropriate ' +
    'available range several most specific current typical at least two three four five major principal other general basic',
)

/**
 * Whether the thing asked for is named in the plural ("identify ways", "the features of…"), so that one example
 * is not enough (R30). Read off the first noun after the verb, which is the word before the first preposition.
 */
export function isPlural(text: string): boolean {
  const object = text
    .replace(/^\S+(?:\s+and\s+(?=\S+\s+(?:the|an?)\b)\S+)?\s+/, '')
    .split(
      /\s+(?=(?:of|that|which|who|to|for|in|on|with|when|where|how|why|by|from|at|and|or|used|between|into|about|associated|relating)\b)|[,;:.(]/i,
    )[0]
  const nouns = (object ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '' && !determiners.has(word))
  const last = nouns.at(-1)?.replace(/['’]$/, '') ?? ''
  return /\b(?:range|variety|nature|types?|number)\s+of\s+\S+s\b/i.test(text) || isPluralNoun(last)
}

function isPluralNoun(word: string): boolean {
  if (/^(?:criteria|data|people|media|phenomena|analyses)$/.test(word)) return true
  return (
    /^[a-z-]{3,}s$/.test(word) &&
    !/(?:ss|us|is|ics|[^aeiou]ness|always|perhaps|business|process|news|their|its)$/.test(word)
  )
}

function words(list: string): Set<string> {
  return new Set(list.split(' '))
}
