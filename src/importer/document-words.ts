/** What a document says about itself and its qualifications outside the units: titles, numbers, versions. */

import type { Line } from './line.ts'
import { qualificationNumbersIn } from './numbers.ts'
import { type QualificationTitle, qualificationNamed } from './qualification-titles.ts'

export type NamedQualification = { line: number; named: QualificationTitle }
export type DocumentWords = {
  names: NamedQualification[]
  numbers: { line: number; number: string }[]
  versions: string[]
}

const version =
  /^(?:(?:document|specification|handbook)\s+)?(?:version|issue)\s*:?\s*(?=\S*\d)([\w./-]{1,20}(?:\s+[–-]?\s*\w+\s+\d{4})?)$/i

/** Gathers every printing of a qualification's title and number, and the versions, each with its line. */
export function documentWords(lines: Line[]): DocumentWords {
  const found: DocumentWords = { names: [], numbers: [], versions: [] }
  for (const { pieces, number: line } of lines) {
    for (const { text } of pieces) {
      const named = qualificationNamed(text.replace(/^welcome to (?:the )?/i, ''))
      if (named) found.names.push({ line, named })
      for (const number of qualificationNumbersIn(text)) found.numbers.push({ line, number })
      const said = version.exec(text)?.[1]
      if (said && !found.versions.includes(said)) found.versions.push(said)
    }
  }
  return found
}
