/** The line that heads a matrix: "Diploma in Customer Service L2 (QCF) (C&G) 601_3562_1" (R12). */

import { readQualificationNumber } from './qualification-number.ts'
import { type Framework, frameworks } from './specification.ts'

/** What the line says; null is what it leaves out. `number` is written nnn/nnnn/c. */
export type QualificationHeading = {
  title: string
  level: number | null
  framework: string | null
  awardingOrganisation: string | null
  number: string | null
}

/**
 * Composes the line: title, level, framework, awarding organisation, number. A title that opens with the awarding
 * organisation or the level ("Level 2 Diploma in …") does not have them said twice.
 */
export function headingOf(qualification: QualificationHeading): string {
  const { level, framework, awardingOrganisation, number } = qualification
  return [
    bareTitle(qualification),
    level === null ? '' : `L${level}`,
    framework ? `(${framework})` : '',
    awardingOrganisation ? `(${awardingOrganisation})` : '',
    number ? number.replaceAll('/', '_') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * Takes the line apart again. Text in brackets is the framework where it is one we know, else the awarding organisation
 * when a number or a framework stands beside it; other brackets belong to the title. Null where no title is left.
 */
export function readHeading(text: string): QualificationHeading | null {
  const line = text.trim().replaceAll('\\', '')
  const lastWord = line.split(/\s+/).at(-1) ?? ''
  const read = readQualificationNumber(lastWord)
  const number = read.ok ? read.number : null
  let rest = read.ok ? line.slice(0, -lastWord.length).trim() : line

  let awardingOrganisation: string | null = null
  const [before, name] = withoutBracket(rest)
  const beside = number !== null || isFramework(withoutBracket(before)[1]) || /\sL\d+$/.test(before)
  if (name !== null && !isFramework(name) && beside) [rest, awardingOrganisation] = [before, name]

  const [bare, bracket] = withoutBracket(rest)
  const framework = isFramework(bracket) ? bracket : null
  if (framework) rest = bare
  const level = /^(.*\S)\s+L(\d{1,2})$/s.exec(rest)
  const title = level?.[1] ?? rest
  if (title === '') return null
  return { title, level: level ? Number(level[2]) : null, framework, awardingOrganisation, number }
}

/** A text without the brackets it ends in, and what they held; null where it ends in none. */
function withoutBracket(text: string): [string, string | null] {
  const found = /^(.*\S)\s+\(([^()]+)\)$/s.exec(text)
  return found ? [found[1] ?? '', found[2] ?? ''] : [text, null]
}

const isFramework = (text: string | null): text is Framework =>
  (frameworks as readonly (string | null)[]).includes(text)

function bareTitle({ title, level, awardingOrganisation }: QualificationHeading): string {
  let bare = title.trim()
  if (awardingOrganisation && bare.startsWith(`${awardingOrganisation} `))
    bare = bare.slice(awardingOrganisation.length + 1)
  if (level !== null) bare = bare.replace(new RegExp(`^(?:Level |L)${level}\\s+`, 'i'), '')
  return bare || title.trim()
}
