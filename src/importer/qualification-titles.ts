/** Recognises the title of a qualification wherever a document prints it, and what the title itself says. */

import type { Framework } from '#domain/qualifications/specification.ts'

export type QualificationTitle = {
  /** The same for every way of writing one title: its type and level. */
  key: string
  /** The title by itself, or null where a sentence or a heading merely mentions it. */
  title: string | null
  organisation: string | null
  framework: Framework | null
  level: number | null
}

const type = String.raw`(?:Extended |Advanced |Foundation |Technical |Applied |Professional |Subsidiary )?(?:(?:NVQ|SVQ|BTEC|Vocational) )?(?:Award|Certificate|Diploma|NVQ|SVQ|Apprenticeship)`
const digit = '[1-8]|One|Two|Three|Four|Five'
/** The ways a title gives type and level, the plainest first: "Level 2 … Diploma", "SVQ 2", "Diploma … Level 2". */
const forms = [
  new RegExp(
    String.raw`^(.{0,80}?)\b(?:at )?(?:Level |L)(?<level>${digit})\s+(?:[A-Z][\w()-]*\s){0,3}?(?<type>${type})\b(.*)$`,
  ),
  new RegExp(String.raw`^(.{0,80}?)\b(?<type>[NS]VQ)\s?(?<level>[1-8])\b(.*)$`),
  new RegExp(String.raw`^(.{0,80}?)\b(?<type>${type})\b(?=.*(?<!SCQF )\b(?:Level |Level|L)(?<level>${digit})\b)(.*)$`),
]
const scqf = /\bSCQF\s+(?:level\s+)?(\d{1,2})\b/i
const labelled = /^(?:SVQ|NVQ|qualification|award|course|programme) (?:title|name)(?: and level)?\s*:\s*/i
const numbersAtEnd = /(?:\s*\((?!(?:RQF|QCF|NVQ|SCQF|NQF)\))[^()]{0,20}\))?[\s:–-]*\(?\d{3}[/_]\d{4}[/_][\dX].*$/
const words = ['zero', 'one', 'two', 'three', 'four', 'five']

/** Reads a title such as "Level 2 Diploma in …" out of a short text, or null. A type and a level make a title. */
export function qualificationNamed(text: string): QualificationTitle | null {
  if (text.length >= 160 || !/Award|Certificate|Diploma|VQ|Apprenticeship/.test(text)) return null
  const plain = text.replace(labelled, '')
  const found = forms.map(form => form.exec(plain)).find(match => match !== null)
  const kind = found?.groups?.type
  const level = levelIn(found?.groups?.level)
  if (!found || !kind || level === null) return null
  const framework = frameworkIn(text, kind)
  const atLevel = scqf.exec(text)?.[1]
  return {
    key: `${kind.toLowerCase().split(' ').at(-1)} ${level}`,
    title: titleIn(found),
    organisation: organisationIn(found[1] ?? ''),
    framework,
    level: atLevel ? Number(atLevel) : level,
  }
}

function titleIn(found: RegExpExecArray): string | null {
  const [whole, before = ''] = found
  const after = found.at(-1) ?? ''
  if (before.trim() !== '' && organisationIn(before) === null) return null
  if (/[?;]|\.(?:\s|$)|\b(?:is|are|was|you|your|this|these|replace|must|should)\b/i.test(after)) return null
  return whole
    .replace(/\s*[–—-]\s*Group [A-Z].*$/, '')
    .replace(numbersAtEnd, '')
    .trim()
}

function levelIn(text: string | undefined): number | null {
  if (text === undefined) return null
  const number = /^\d$/.test(text) ? Number(text) : words.indexOf(text.toLowerCase())
  return number >= 1 ? number : null
}

function frameworkIn(text: string, kind: string): Framework | null {
  if (/\bSCQF\b/.test(text)) return 'SCQF'
  const said = /\b(RQF|QCF|CQFW)\b/.exec(text)?.[1]
  if (said) return said as Framework
  return kind.includes('NVQ') ? 'NVQ' : null
}

/** The awarding organisation's name as it stands before the title, in capitals: no sentence and no article. */
function organisationIn(before: string): string | null {
  const name = before.trim().replace(/\s+at$/, '')
  return /^[A-Z][\w&.’'-]*(?: (?:[A-Z&][\w&.’'-]*|of|and|for|i[A-Z]\w*)){0,5}$/.test(name) &&
    !/^(?:The|This|Welcome|Unit|What|Which|Level|For)\b/.test(name)
    ? name
    : null
}
