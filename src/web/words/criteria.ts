import { asksOf } from '#domain/qualifications/command-verbs.ts'
import type { CriterionKind } from '#domain/qualifications/specification.ts'

export const criterionKinds: Record<CriterionKind, string> = { knowledge: 'Knowledge', performance: 'Performance' }

type Asked = { kind: string | null; verb: string | null; plural: boolean }

/** "Knowledge. Explain: say how or why …": what a criterion asks for, and whether one example is enough (R28, R29, R30). */
export function asksText({ kind, verb, plural }: Asked): string {
  const known = verb ? asksOf(verb) : null
  const sentences = [
    kind === 'knowledge' || kind === 'performance' ? `${criterionKinds[kind]}.` : '',
    known ? `“${known.verb.charAt(0).toUpperCase()}${known.verb.slice(1)}”: ${known.asks}` : '',
    plural ? 'More than one example is asked for.' : '',
  ]
  return sentences.filter(Boolean).join(' ')
}
