/** The verb a criterion opens with, and how much it asks for: listing is not describing, and describing is not explaining (R29). */

import type { UnitSpecification } from './specification.ts'

/** How deep a criterion goes. The first four ask for knowledge, each for more than the one before; the last for a deed. */
export const depths = ['recall', 'describe', 'explain', 'judge', 'do'] as const
export type Depth = (typeof depths)[number]

/** `asks` is a sentence for learner, assessor and IQA alike: what there must be to see before the criterion can be met. */
export type CommandVerb = { verb: string; depth: Depth; asks: string }

const knowledge: Record<Exclude<Depth, 'do'>, Record<string, string>> = {
  recall: {
    define: 'Say exactly what the word or idea means, so that it could not be taken for another.',
    identify: 'Pick out and name what is asked for. A list can be enough, if it is the right list.',
    indicate: 'Point out which one, so that nobody could take another.',
    label: 'Put the right name to each part.',
    list: 'Give the items one after another; nothing need be said about each.',
    name: 'Give the name of each thing asked for.',
    recall: 'Give the facts as you learnt them.',
    recognise: 'Show that you can tell the thing when you meet it.',
    select: 'Choose the right thing for the purpose out of those there are.',
    specify: 'Say exactly which, how much or when; nothing is left to guess.',
    state: 'Say it plainly in a sentence or two.',
  },
  describe: {
    clarify: 'Make plain what was unclear, in words the other person can use.',
    describe: 'Say what it is like or what happens, with enough detail for somebody who has not seen it.',
    give: 'Provide what is asked for, such as examples, from your own work where you can.',
    illustrate: 'Make it clear with an example, best from your own work.',
    outline: 'Give the main points in order, without the details.',
    report: 'Set out what happened or was found, in order and without leaving out what matters.',
    summarise: 'Bring a longer matter down to its main points, in your own words.',
  },
  explain: {
    account: 'Give the reasons for what is so.',
    classify: 'Sort into kinds, and say by what you sort them.',
    compare: 'Say what is alike and what is different, looking at both sides each time.',
    contrast: 'Say what sets the things apart from one another.',
    demonstrate: 'Show it, and show that you know why it is done so.',
    differentiate: 'Say what makes one thing different from the other, and when that matters.',
    discuss: 'Look at the matter from more than one side and weigh them, not only from your own.',
    distinguish: 'Say how one thing can be told from the other.',
    explain: 'Say how or why, with reasons: “because”, “so that”, “which leads to”.',
    interpret: 'Say what the facts or figures mean for the work.',
    map: 'Set the things beside each other and show which belongs to which.',
    relate: 'Show how one thing bears on the other.',
    understand: 'Show by what you say or do that you know how and why, not only what.',
  },
  judge: {
    analyse: 'Take the matter apart, say how the parts work on one another, and draw a conclusion.',
    appraise: 'Say what it is worth, by measures that you name.',
    assess: 'Weigh up how good, how likely or how important it is, and say what you go by.',
    conclude: 'Say what follows from what went before, and why nothing else does.',
    consider: 'Think the possibilities through, and say which you favour and why.',
    critique: 'Say what holds and what does not, with reasons for both.',
    evaluate: 'Weigh strengths against weaknesses on evidence, and come to a judgement.',
    examine: 'Look into it closely, and say what you found and what follows.',
    investigate: 'Find out for yourself, and say how you went about it and what you found.',
    justify: 'Give the reasons that support a choice, strong enough to convince somebody who doubts it.',
    propose: 'Put forward what could be done, and give the reasons for it.',
    recommend: 'Propose what should be done, and give the reasons for it.',
    reflect: 'Look back at what you did, and say what you learnt and would do differently.',
    research: 'Look the matter up in more than one place, and say what you found and where.',
    suggest: 'Propose something that could work here, and say why.',
  },
}

/** What an assessor looks for, by the kind of deed. */
const deeds: Record<string, string> = {
  'Do it at work, to the standard asked for, on real occasions and not once for show.':
    'access achieve act adapt adhere adjust administer amend apply assist attend balance behave brief bring build carry champion clean close combine complete comply conduct ' +
    'contribute control convey cooperate co-operate coordinate co-ordinate create deal deliver direct display dispose distribute empower ' +
    'enable encourage engage ensure enter establish execute facilitate fill find follow fulfil gather gain handle help implement improve ' +
    'input install keep lead learn link locate maintain make manage match maximise meet minimise mix modify motivate move obtain operate order organise ' +
    'participate pass perform place praise prevent process promote protect provide pursue put raise reach react receive reduce refer refine reinforce remain remove repair resolve respect ' +
    'restore retrieve return route run schedule secure seek sell send serve set share signpost solve source spot step store submit supervise supply ' +
    'support take train transfer treat undertake update upgrade use utilise welcome work',
  'Speak, listen or write to real people, and show how you made sure that you understood one another.':
    'address advise agree allocate answer ask challenge collaborate communicate consult contact delegate escalate exchange express greet inform ' +
    'instruct interact introduce invite involve issue liaise listen negotiate offer persuade present question represent request respond show speak ' +
    'talk thank',
  'Make something that can be looked at, and keep it or a copy of it as evidence.':
    'arrange assemble collate collect compile design develop document draft draw edit extract finalise format formulate generate log model note plan ' +
    'prepare prioritise problem-solve produce record revise structure translate write',
  'Look closely, measure or try, and show what you looked at and what you found.':
    'anticipate calculate check choose confirm decide detect determine diagnose estimate inspect measure monitor observe prove read review sample test validate ' +
    'verify view',
}

const known = new Map<string, CommandVerb>()
for (const [asks, verbs] of Object.entries(deeds))
  for (const verb of verbs.split(' ')) known.set(verb, { verb, depth: 'do', asks })
for (const [depth, verbs] of Object.entries(knowledge))
  for (const [verb, asks] of Object.entries(verbs)) known.set(verb, { verb, depth: depth as Depth, asks })

/** Every command verb we know, in alphabetical order, for a list beside the forms (R138). */
export const commandVerbs: readonly CommandVerb[] = [...known.values()].sort((a, b) => (a.verb < b.verb ? -1 : 1))

/** What a verb asks for; upper and lower case alike. Null for one we do not know, which an importer then lists. */
export function asksOf(verb: string): CommandVerb | null {
  return known.get(verb.trim().toLowerCase()) ?? null
}

/**
 * The command verb a criterion opens with, or null where its first word is none we know. "To", "be able to" and an adverb
 * before the verb ("critically evaluate", "accurately record") are passed over.
 */
export function openingVerb(criterion: string): CommandVerb | null {
  const words = criterion
    .trim()
    .toLowerCase()
    .replace(/^[^a-z]+/, '')
    .replace(/^(?:to\s+)?(?:be\s+able\s+to\s+)?/, '')
    .split(/[^a-z-]+/)
  const [first = '', second = ''] = words
  return asksOf(first) ?? (/ly$|^(?:always|not|never)$/.test(first) ? asksOf(second) : null)
}

type Opening = { word: string; criteria: { unit: string; number: string }[] }

/** Criteria without a command verb we know, by the word they open with, the most frequent first: for a person to look over (R29). */
export function unknownOpenings(units: Pick<UnitSpecification, 'id' | 'outcomes'>[]): Opening[] {
  const found = new Map<string, Opening>()
  for (const unit of units)
    for (const { number, verb, text } of unit.outcomes.flatMap(outcome => outcome.criteria)) {
      if (verb && asksOf(verb)) continue
      const word = verb ?? /[a-z][a-z'’-]*/i.exec(text)?.[0].toLowerCase() ?? ''
      const opening = found.get(word) ?? { word, criteria: [] }
      opening.criteria.push({ unit: unit.id, number })
      found.set(word, opening)
    }
  return [...found.values()].sort((a, b) => b.criteria.length - a.criteria.length || (a.word < b.word ? -1 : 1))
}
