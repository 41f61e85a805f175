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

const type =
  '(?:Extended |Advanced |Foundation |Technical |Applied |Professional )?(?:(?:NVQ|SVQ|BTEC|Vocational) )?(?:Award|Certificate|Diploma|NVQ|SVQ)'
const named = new RegExp(
  `^(.{0,80}?)\\b(?:(?:at )?(?:Level|L)\\s?([1-8]|Entry|One|Two|Three|Four|Five)\\s+)?(?:[A-Z][\\w()]*\\s){0,3}?(${type})s?(?:\\s?([1-8])\\b)?(.*)$`,
)
const levelAfter = /(?<!SCQF )\b(?:Level|L)\s?([1-8])\b/
const scqf = /\bSCQF\s+(?:level\s+)?(\d{1,2})\b/i
const labelled = /^(?:SVQ|NVQ|qualification|award|course|programme) (?:title|name)(?: and level)?\s*:\s*/i
const numbersAtEnd = /(?:\s*\((?!(?:RQF|QCF|NVQ|SCQF|NQF)\))[^()]{0,20}\))?[\s:–-]*\(?\d{3}[/_]\d{4}[/_][\dX].*$/
const words = ['zero', 'one', 'two', 'three', 'four', 'five']

/** Reads a title such as "Level 2 Diploma in …" out of a short text, or null. A type and a level make a title. */
export function qualificationNamed(text: string): QualificationTitle | null {
  const found = text.length < 160 ? named.exec(text.replace(labelled, '')) : null
  const kind = found?.[3]
  if (!found || !kind) return null
  const level = levelIn(found[2] ?? found[4] ?? levelAfter.exec(text)?.slice(1).find(Boolean))
  if (level === null) return null
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

function titleIn([whole, before = '', , , , after = '']: RegExpExecArray): string | null {
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
