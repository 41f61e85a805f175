/** The trade's words by which the parts of a unit's page are recognised, whoever published it. */

export type Field = 'title' | 'number' | 'reference' | 'level' | 'credit' | 'glh' | 'group' | 'other'

/** What may stand before a value on a unit's page, or above a column in a list of units. */
const fieldNames: readonly [Field, RegExp][] = [
  ['title', /^(?:unit\s+)?(?:title|name)(?:\s+of\s+unit)?$/i],
  ['title', /^(?:title|name) of (?:the )?unit$/i],
  ['level', /^(?:unit\s+|qcf\s+|rqf\s+|nqf\s+|scqf\s+|eqf\s+|cqfw\s+)?level$/i],
  ['credit', /^(?:unit\s+|qcf\s+|rqf\s+|scqf\s+)?credits?(?:\s+(?:value|points?|rating))?$/i],
  ['glh', /^(?:unit\s+)?(?:glh|guided learning(?:\s+hours?)?(?:\s*\(glh\))?)$/i],
  ['other', /^(?:tut|total unit time(?:\s*\(tut\))?|notional learning (?:hours|time)|nlh|nlt)$/i],
  [
    'other',
    /^(?:tqt|total (?:qualification|unit) time(?:\s*\(\w+\))?|unit type|type|mandatory\s*\/\s*optional|element (?:number|no\.?))$/i,
  ],
  [
    'reference',
    /^(?:ofqual\s+|qcf\s+|rqf\s+|regulated\s+)?(?:unit\s+)?(?:accreditation|reference|ref\.?)(?:\s+(?:no\.?|number|code))?$/i,
  ],
  [
    'reference',
    /^(?:(?:[a-z]{2,6} )?urn|uan|unit reference number(?:\s*\(\w+\))?|unit accreditation number(?:\s*\(\w+\))?|ofqual (?:code|number))$/i,
  ],
  ['number', /^(?:unit\s+(?:no\.?|number|code|id)|unit|no\.?|code|number)$/i],
  // "Guildhall unit number": an organisation's own number for the unit.
  ['number', /^(?:[A-Z][\w’'-]*\s+(?:&\s+|and\s+)?){1,3}unit\s+(?:no\.?|number|code)$/i],
  ['group', /^(?:unit\s+)?(?:group|pathway|theme)$/i],
]

/** Which field of a unit these words name, or null. */
export function fieldNamed(words: string): Field | null {
  const name = words.replace(/\s*[:.]\s*$/, '').trim()
  if (name.length > 40) return null
  return fieldNames.find(([, form]) => form.test(name))?.[0] ?? null
}

const tableHeads = [
  'learning outcomes?(?: and assessment criteria)?',
  'outcomes?',
  '(?:assessment and grading|assessment|performance|pass|merit|distinction|grading) criteri(?:a|on)',
  'performance (?:indicators|statements)',
  'outcomes of effective performance',
  '(?:practical|underpinning|essential) (?:skills|knowledge)',
  '(?:general |technical |specific |context[- ]specific |(?:industry|sector|industry[/ ]sector)[- ]specific )?knowledge(?: and understanding)?(?: statements| requirements)?(?: for this unit)?',
]
const stemHeads = [
  '(?:learners|candidates|students) (?:need to|must|should) (?:know(?: and understand)?|understand|be able to)(?=\\s*:)',
  '(?:the|each|a|as a|an?) ?(?:learner|candidate|student)s? (?:will|can|must|should|needs? to)(?: be able to)?',
  '(?:learners|candidates|students) (?:will|can|must|should|need to)(?: be able to)?',
  'on (?:successful )?completion of this unit,? (?:the |a )?(?:learners?|students?|candidates?|you) (?:will|should|can)(?: be able to)?',
  'to (?:achieve|pass) this (?:unit|outcome),? (?:the |a )?(?:learners?|students?|candidates?|you) (?:must|should|can|will|need to)(?: be able to)?',
  'you (?:can|will|must|need to|should)(?: be)?(?: able to)?(?: show that)?(?: you are able to)?',
  'you need to show that(?: you are able to| you know, understand and can apply in practice)?',
  'you (?:must|need to) (?:know and understand|know|be able to)(?: do)?(?: the following)?',
  'to achieve a (?:pass|merit|distinction) grade,? the evidence must show that(?:,? in addition to the [\\w ]{1,40} criteria)?,? the learner is able to',
]
const tableHead = new RegExp(
  `^(?:${tableHeads.join('|')})(?:\\s*[:.,…–-]+\\s*|\\s*$|\\s+(?=(?:the|you|learners?|a|an|each|on|to|assessment|learning|outcomes?|initial|evidence|and|LO|AC|P|element)\\b|[A-Z]?\\d|\\(?a[).]\\s))`,
  'i',
)
const stemHead = new RegExp(
  `^(?:${stemHeads.join('|')})(?:\\s*(?::|…|\\.{3}|-|–)\\s*|\\s*$|\\s+(?=\\d|[PMD]\\d|assessment criteria|learning outcomes?))`,
  'i',
)
const columnWords =
  /^(?:initials?|evidence(?: \(brief description\/title\))?|references?|evidence (?:ref(?:erence)?|number|type|location)(?: (?:no\.?|number))?|portfolio (?:ref(?:erence)?|page)(?: (?:no\.?|number))?|ref(?:erence)?\.?|pg\.? ref|page(?: no\.?)?|date(?: (?:completed|achieved|met))?|comments?|assessor(?:'s|’s)? (?:initials?|signature)|learner(?:'s|’s)? (?:initials?|signature)|iqa|type of evidence|met|achieved|initial evidence reference|worksheet)$/i

/** "Assessment criteria (the learner can (in an organisation that…))". */
const bracketedHead =
  /^(?:learning outcomes?|assessment criteri(?:a|on))\s*\((?:the|each|a) (?:learner|candidate|student)s? .*\)$/i

/**
 * Takes the words of a table's head ("Learning Outcomes The learner will:") off the front of a text.
 * Gives what is left, which may be nothing, or null where the text is no head.
 */
export function withoutHead(text: string): string | null {
  if (bracketedHead.test(text)) return ''
  let rest = text
  for (;;) {
    const next = rest.replace(tableHead, '').replace(stemHead, '')
    if (next === rest) return rest === text ? null : rest
    rest = next
  }
}

const contentHead =
  /^(?:unit |indicative |teaching |learning )?content$|^(?:exemplification|amplification|what needs to be (?:learnt|learned|covered|taught)|scope of content|knowledge, understanding and skills)$/i

/** Which block of a standard begins with these words; null for any others. */
export function blockNamed(text: string): Block | null {
  if (
    /^(?:performance (?:criteria|statements|indicators)|outcomes of effective performance|you (?:must|need to) be able to)\b/i.test(
      text,
    )
  )
    return 'P'
  if (/^skills\s*:?$/i.test(text)) return 'S'
  if (/^behaviours\s*:?$/i.test(text)) return 'B'
  return /^(?:\S+ ){0,2}knowledge\b|^you (?:must|need to) (?:know|understand)\b/i.test(text) ? 'K' : null
}

/** The blocks of a standard without outcomes: what must be done, known, mastered, and how one behaves. */
export type Block = 'P' | 'K' | 'S' | 'B'

/** Whether this heads a column, or a part, of what may be taught towards a criterion, and is itself no criterion. */
export function isContentHead(text: string): boolean {
  return contentHead.test(text.replace(/\s*:\s*$/, ''))
}

/** Whether the text heads a column in which a centre writes something down, or is the mark for a worksheet. */
export function isColumnWord(text: string): boolean {
  return columnWords.test(text.replace(/\s*:\s*$/, ''))
}

export type Section = 'evidence' | 'simulation' | 'supplementary' | 'content' | 'other'

const sectionForms: readonly [Section, RegExp][] = [
  ['evidence', /^evidence requirements?(?: for (?:the|this) (?:unit|outcome))?/i],
  ['simulation', /^simulation/i],
  ['supplementary', /^supplementary evidence/i],
  [
    'content',
    /^(?:(?:unit |indicative |teaching |learning )?content(?: for [\w ]{1,30})?|summary of (?:the )?unit|scope of (?:the )?content|what you need to learn|(?:unit|guidance)[\w ]{0,20}:? (?:support notes)|support notes|guidance on (?:the )?content[\w ]{0,40}|knowledge, understanding and skills|amplification|exemplification)/i,
  ],
  [
    'other',
    /^(?:(?:essential |additional |unit |assessor |unit assessment )?guidance(?: for [\w ]{1,30}| about [\w ]{1,30})?|assessment(?: (?:guidance|requirements?|methods?|strategy|information|principles))?|delivery(?: guidance| methods?| and assessment)?|(?:recommended |suggested |useful )?(?:resources|reading|websites)|notes?|range|scope ?\/ ?range|achieving (?:observations|knowledge|range)[\w ]{0,30}|observations?$|developing knowledge|depth|scope(?: of this unit)?|unit (?:aims?|purpose|summary|overview|introduction|description|scope)(?:\(s\))?(?: and purpose)?|(?:aim|purpose|introduction|summary|overview)(?: of (?:the|this) unit)?|additional information(?: about (?:the|this) unit)?|further information|relationship (?:to|with) [\w ]{1,60}|links? to [\w ]{1,60}|details of (?:the )?relationship [\w ]{1,90}|equipment|supporting information|types of evidence|behaviours (?:which|that) underpin[\w ]{0,40}|assessment brief|suggested reading|essential information[\w ]{0,40}|developed by|additional information about [\w ]{1,30}|teaching and learning|key words|glossary|employability skills|mapping)/i,
  ],
]

// The longest name that the words allow: "Delivery and assessment", not "Delivery".
const sections = sectionForms.map(
  ([section, form]) => [section, new RegExp(`${form.source}(?=\\s*[:.–-]|\\s*$|\\s+[A-Z])`, 'i')] as const,
)

/**
 * Which part of a unit's page begins here that is not criteria, and what stands on the same line after its
 * heading. Null where the words are part of a sentence, as in "Simulation is not allowed."
 */
export function sectionOf(text: string): { section: Section; rest: string } | null {
  for (const [section, form] of sections) {
    const found = form.exec(text)
    if (!found) continue
    const after = text.slice(found[0].length)
    if (/^\s*[:.–-]?\s*$/.test(after)) return { section, rest: '' }
    if (/^\s*[:–-]\s*\S/.test(after)) return { section, rest: after.replace(/^\s*[:–-]\s*/, '') }
    if (section !== 'other' && /^\s+[A-Z]/.test(after)) return { section, rest: after.trim() }
  }
  return null
}

const signOff =
  /^(?:(?:tutor|assessor|internal|external|learner|candidate|moderator|verifier|iqa|eqa|iv|ev|internal\/external)\S*(?: \S+)? (?:comments?|feedback|signature|declaration|name|confirmation)\b|assessor feedback|feedback\b|assessment feedback|signature|signed|date\s*:|name\s*:|below detail|if chosen for sampling|declaration|i confirm|sampled by|comments?\s*:|assessed by|countersign|authenticity)/i

/** Whether a sign-off block begins or goes on here: what comes next is no part of the standard. */
export function isSignOff(text: string): boolean {
  return signOff.test(text)
}

const backMatter =
  /^(?:appendix|appendices|annexe?|section \d|glossary(?: of terms)?|bibliography|index|contact(?: us)?|contents|further information|list of annexes|acknowledgements?|document (?:history|control))\b[^.]{0,80}$/i

/** Whether a part of the document begins here that belongs to no unit. */
export function isBackMatter(text: string): boolean {
  return backMatter.test(text)
}
