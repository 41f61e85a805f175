import { asksOf } from '#domain/qualifications/command-verbs.ts'
import { type AskedInWords, moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import type { CriterionKind } from '#domain/qualifications/specification.ts'

export const criterionKinds: Record<CriterionKind, string> = { knowledge: 'Knowledge', performance: 'Performance' }

type Asked = AskedInWords & { kind: string | null; plural: boolean }

/** "Knowledge. Explain: say how or why …": what a criterion asks for, and whether one is enough (R28, R29, R30). */
export function asksText({ kind, verb, plural, text }: Asked): string {
  const known = verb ? asksOf(verb) : null
  const sentences = [
    kind === 'knowledge' || kind === 'performance' ? `${criterionKinds[kind]}.` : '',
    known ? `“${known.verb.charAt(0).toUpperCase()}${known.verb.slice(1)}”: ${known.asks}` : '',
    plural ? `${moreThanOneText(moreThanOneAsked({ text, verb }))}.` : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** "Asks for more than one: “ways”"; without the words where a person marked it and no words ask for it (R30). */
export const moreThanOneText = (words: string | null): string =>
  words ? `Asks for more than one: “${words}”` : 'Asks for more than one'
