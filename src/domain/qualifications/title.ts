/** The line that titles a learner's matrix: qualification, level, framework, awarding organisation, number (R12). */

export type Heading = {
  title: string
  level: number | null
  framework: string | null
  awardingOrganisation: string | null
  number: string | null
}

/**
 * "Diploma in Customer Service L2 (QCF) (C&G) 601_3562_1". What the source does not say is left out, and a level that
 * the title already names is not said twice.
 */
export function headingOf({ title, level, framework, awardingOrganisation, number }: Heading): string {
  const saysLevel = level !== null && new RegExp(`\\b(level|L) ?${level}\\b`, 'i').test(title)
  return [
    title,
    level !== null && !saysLevel ? `L${level}` : '',
    framework ? `(${framework})` : '',
    awardingOrganisation && !title.toLowerCase().startsWith(awardingOrganisation.toLowerCase())
      ? `(${awardingOrganisation})`
      : '',
    number ? number.replaceAll('/', '_') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Reads such a line back. Null where it has not even a title; parts that are not there are null. */
export function parseHeading(line: string): Heading | null {
  const match =
    /^(?<title>.+?)(?: L(?<level>\d))?(?: \((?<framework>RQF|QCF|NVQ|SCQF|CQFW)\))?(?: \((?<organisation>[^()]+)\))?(?: (?<number>\d{3}_\d{4}_[\dX]))?$/.exec(
      line.trim(),
    )
  const found = match?.groups
  if (!found?.title) return null
  return {
    title: found.title,
    level: found.level ? Number(found.level) : null,
    framework: found.framework ?? null,
    awardingOrganisation: found.organisation ?? null,
    number: found.number?.replaceAll('_', '/') ?? null,
  }
}
