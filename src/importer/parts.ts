/** Lettered parts that stand in one line with the criterion they belong to. */

import type { LetteredPart } from '#domain/qualifications/specification.ts'

const lettered = /(?<=^|[\s:;,.])\(?([a-z])\)\s+/g

/** Cuts "…of the following: a) large b) small" into its stem and its parts; parts must run from a (R19). */
export function partsIn(text: string): { text: string; parts: LetteredPart[] } {
  const cuts = [...text.matchAll(lettered)].filter((found, at, all) => runs(found[1], at, all[0]?.[1]))
  const [first] = cuts
  if (cuts.length < 2 || first === undefined) return { text, parts: [] }
  const parts = cuts.map((cut, at) => ({
    code: cut[1] as string,
    text: text.slice(cut.index + cut[0].length, cuts[at + 1]?.index ?? text.length).trim(),
  }))
  return { text: text.slice(0, first.index).trim(), parts }
}

function runs(code: string | undefined, at: number, first: string | undefined): boolean {
  return first === 'a' && code === String.fromCharCode(97 + at)
}
