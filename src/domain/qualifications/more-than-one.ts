/**
 * Which criteria ask for more than one: "identify ways", "two methods", "a range of sources" (R30). What counts as a yes, and how
 * well this reads the words, is in test/more-than-one.
 *
 * A plural by itself says little, because most plurals count nothing: "follow procedures", "inform customers", "meet needs". So the
 * words are read in two steps. A criterion may say outright that it wants several, and then the words that say so are the answer.
 * Otherwise the thing asked for is looked up, the noun that the verb acts on. Its plural asks for several, unless it is one of the
 * plurals below that are shown as a whole or are not counted.
 */

/** A criterion's wording and the verb that it opens with, null where it opens with none. */
export type AskedInWords = { text: string; verb: string | null }

/** The words that ask for more than one ("ways", "different methods", "nature of problems"), as printed; null where none do. */
export function moreThanOneAsked({ text, verb }: AskedInWords): string | null {
  // What is asked for stands in the first lines; what a broken document runs together after them does not matter.
  const plain = text.slice(0, 1000).replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim()
  return saidOutright(plain) ?? openListIn(plain, verb)
}

// ── Said outright ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Each needs a plural within a few words after it ("different payment methods"), but for "more than one", which has a singular. */
const outright = [
  /(?<!\b(?:level|unit|section|part|page) )\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)(?: or more)?\b(?!-)/gi,
  /\bmore than one\b/gi,
  /\b(?:range|variety|selection|series|combination|mix|a number) of\b/gi,
  /(?<!\ba )\b(?:different|various|varied|several|multiple|numerous)\b/gi,
  /\b(?:types?|kinds?|sorts?|forms?)(?:(?:,|,? and|,? or) \w+){0,3} of\b/gi,
  /\bnature(?:(?:,|,? and) \w+){0,3} of\b/gi,
]

/** "Two days" is a time, and no two things to show. */
const times = words('minutes hours days weeks months years')

/** What follows only narrows the thing down: "actions that go to different levels" asks for no levels. */
const narrowing = / (?:that|which|who|when|while|whilst|where|if|because) /i

function saidOutright(plain: string): string | null {
  const asked = plain.split(narrowing)[0] ?? ''
  for (const words of outright)
    for (const found of asked.matchAll(words)) {
      const after = asked.slice(found.index + found[0].length).trim()
      if (/^more/i.test(found[0]) && after) return `${found[0]} ${after.split(' ', 1)}`
      const noun = pluralNear(after)
      const counts = /^nature/i.test(found[0]) ? isCounted(lastOf(noun ?? '')) : !times.has(lastOf(noun ?? ''))
      if (noun !== null && counts) return `${found[0]} ${noun}`
    }
  return null
}

/** The first words up to a plural noun, at most five: "payment methods" of "payment methods accepted by buyers". */
function pluralNear(after: string): string | null {
  const near: string[] = []
  for (const word of after.split(' ').slice(0, 5)) {
    const bare = word.replace(/[,;:.)]+$/, '')
    if (stops.has(bare.toLowerCase())) return null
    near.push(bare)
    if (isPluralNoun(bare.toLowerCase())) return near.join(' ')
  }
  return null
}
const stops = words('of to in for with by from at on as is are was were may can how why what')

// ── The thing asked for ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The noun of an open list, or of things that come one at a time: "ways", "problems", "promises". */
function openListIn(plain: string, verb: string | null): string | null {
  const rest = verb === null ? plain : withoutVerb(plain)
  // "Explain how customers …" asks for one account, however many customers there are.
  if (/^(?:how|why|when|where|who|whom|whether|that|if)\b/i.test(rest)) return null
  const question = /^(?:(?:with|to|from|for|in) )?(which (.+)|what (.+ to) .+)$/i.exec(rest)
  if (question) return listNamedBy(question[2] ?? question[3] ?? '', question[1] ?? '')
  if (/^what\b/i.test(rest)) return null
  return countedIn(rest, verb) ?? soughtBy(rest, verb)
}

/** "Identify which departments …" and "say what tools to use" ask for a list; "listen to what customers say" asks for none. */
function listNamedBy(rest: string, question: string): string | null {
  const noun = pluralNear(rest)
  return noun && `${question.split(' ', 1)} ${noun}`
}

/** "Use feedback to identify patterns": the purpose is what is to be shown. "Help others to identify them" leaves it to others. */
function soughtBy(rest: string, verb: string | null): string | null {
  if (!/^(?:use|analyse|monitor|review|check|research|collate|interpret)$/.test(verb ?? '')) return null
  const sought = /\bto (?:identify|find|determine|establish) (.+)$/i.exec(rest)?.[1]
  return sought ? countedIn(sought, 'identify') : null
}

function countedIn(rest: string, verb: string | null): string | null {
  const [object, after] = objectOf(rest)
  if (/\bany\b/i.test(object) || fixedExpression.test(object)) return null
  if (isFollowed(verb, rest) || concernsPeople(verb, rest)) return null
  if (/^take$/.test(verb ?? '') && /^(?:steps|measures|care|pains)\b/i.test(object)) return null
  const heads = object
    .split(/\s*,\s*(?:and |or )?|\s+(?:and\/ ?or|and|or)\s+/)
    .map(part => lastOf(part))
    .filter(Boolean)
  if (heads.includes('information')) return null
  if (heads.length > 1 && heads.every(head => aspects.has(head))) return methodsIn(after)
  const seeks = /^(?:identify|find|list|name|recognise)$/.test(verb ?? '')
  return heads.find(head => isPluralNoun(head) && (isCounted(head) || (seeks && people.has(head)))) ?? null
}

/** What is followed was laid down, whatever it is called: "follow working practices", but not "follow up complaints". */
const isFollowed = (verb: string | null, rest: string): boolean =>
  /^(?:adhere|comply|conform|follow|obey)$/.test(verb ?? '') && !/^up\b/i.test(rest)

/** Whoever is told, helped or welcomed is a person, whatever they are called: "inform buyers", "keep the crew informed". */
const concernsPeople = (verb: string | null, rest: string): boolean =>
  /^(?:advise|assist|brief|coach|greet|help|inform|notify|reassure|remind|support|teach|tell|thank|train|treat|welcome)$/.test(
    verb ?? '',
  ) || /^(?:\w+ ){1,3}informed\b/i.test(rest)

/** "The strengths and weaknesses of methods": the pair is one account, and the methods are several. */
const methodsIn = (after: string): string | null =>
  /^of (?:the )?((?:\w+ )?(?:ways|methods|techniques|approaches|options|models|sources))\b/i.exec(after)?.[1] ?? null

/**
 * The words that the verb acts on, and what follows them: ["ways", "of keeping twine dry"]. A person told or asked on the way is left
 * out: "explain to customers the options".
 */
function objectOf(rest: string): [string, string] {
  const direct = rest.replace(personOnTheWay, '').replace(/^\w+ly /i, '')
  const end = direct.search(beyond)
  const object = (end < 0 ? direct : direct.slice(0, end)).replace(participle, '').replace(adverb, '')
  return [object, direct.slice(object.length).trim()]
}

const personOnTheWay =
  /^(?:to|with|from|for) (?:the |an? |their )?\S+(?: (?!(?:of|from|in|on|at|to|for|with|by|about)\b)\S+)?? (?=(?:the|their|his|her|its|which|what)\b)/i

const beyond =
  / (?:of|that|which|who|to|for|in|on|with|when|where|how|why|what|by|from|at|across|under|through|after|before|during|without|against|per|via|than|as|if|while|whilst|so|beyond|over|beside|upon|between|into|about|within|toward|towards|such|including|like|using|associated|relating|regarding|concerning|being|can|could|should|would|must|may|might|will|are|is|was|were|has|have|do|does)\b|[;:.(]/i
/** "Hazards found", "options available": what follows the thing asked for. */
const participle =
  /(?<=\b[\p{L}-]*[^s\s]s) (?:found|made|given|met|seen|set|held|kept|taken|known|laid|shown|\p{L}{2,}ed|\p{L}{3,}ing|available|present|relevant|appropriate|specific)\b.*$/iu
const adverb = / (?:\w+ly|well|up-to-date|together)$/i

/** "Select and use techniques", "deal with calls", "make use of chances": all of it is the verb. */
function withoutVerb(plain: string): string {
  const rest = plain.replace(/^(?:to |be able to )?(?:critically )?/i, '').replace(verbWords, '')
  return personOnTheWay.test(rest) ? rest : rest.replace(/^(?:to|with|on) /i, '')
}
const verbWords =
  /^(?:(?:make (?:\w+ )?use|take (?:\w+ )?(?:advantage|ownership|account)) of |[\w-]+(?:(?:, [\w-]+)*,? and [\w-]+)? (?:\w+ly )?(?:out )?)/i

// ── Plurals that count nothing ───────────────────────────────────────────────────────────────────────────────────────────────

/** Laid down by somebody, and followed or described as a whole. */
const laidDown = words(
  `policies procedures standards guidelines requirements regulations rules laws rights powers responsibilities obligations duties
   accountabilities roles limits boundaries levels lines terms conditions principles codes values conventions protocols processes
   routines systems structures layouts qualifications specifications instructions`,
)
/** Agreed or planned as one set. */
const oneSet = words(
  'objectives priorities plans criteria targets goals aims timescales deadlines schedules workloads hours',
)
/** Many because people are many; what is done is done with each. */
const people = words(
  `customers clients colleagues visitors people individuals others callers attendees delegates members learners staff partners users
   guests patients residents children parents carers families students pupils employees employers managers supervisors suppliers
   stakeholders contractors teams departments organisations businesses agencies bodies authorities`,
)
/** Wanted, owned, stored or sold; the plural is only the usual way to name it. */
const uncounted = words(
  `needs wants wishes expectations preferences products services goods resources materials facilities tools data details records files
   documents diaries findings results outcomes skills strengths competences viewpoints views feelings attitudes circumstances
   relationships developments operations premises contents words supplies belongings clothes`,
)
/** One comparison of what is named. */
const comparisons = words('differences distinctions similarities')

/** Sides of one thing: alone a list ("explain the benefits"), together one balanced account ("benefits and drawbacks"). */
const aspects = words(
  `features benefits advantages disadvantages limitations drawbacks strengths weaknesses risks costs implications consequences uses
   functions functionality purpose purposes value importance impact scope components characteristics opportunities threats`,
)

const fixedExpression =
  /\b(?:practices and procedures|styles? and (?:techniques|approach(?:es)?)|codes of practice|pros and cons|dos and don'ts)\b/i

const isCounted = (noun: string): boolean =>
  ![laidDown, oneSet, people, uncounted, comparisons].some(set => set.has(noun))

/** Words that end as plurals do and are none, besides those in -ss, -us, -is and -ics. */
const singular = words(
  `always perhaps news its his hers ours theirs this yes plus gas lens bias canvas chaos ethos atlas alias series species means diabetes
   rabies sometimes afterwards towards besides nowadays overseas has does was says sales
   themselves ourselves yourselves ones`,
)

/** A genitive ("customers'") names no thing asked for, and neither does "business", "basis" or "progress". */
function isPluralNoun(word: string): boolean {
  if (/^(?:criteria|data|people|children|phenomena|analyses|hypotheses|bases|crises)$/.test(word)) return true
  return /^[a-z/-]{3,}s$/.test(word) && !/(?:ss|us|is|ics)$/.test(word) && !singular.has(word)
}

const lastOf = (phrase: string): string => phrase.trim().split(' ').at(-1)?.toLowerCase() ?? ''

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
