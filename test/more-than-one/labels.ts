/** The labelled criteria, how they were drawn, and how well the rule agrees with them. See README.md beside it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import type { Criterion } from '#domain/qualifications/specification.ts'
import { realSpecification } from '#test/real-documents.ts'

const documents = ['001', '002'] as const
const drawnOfEach = 100
const seed = 30

type Half = 'tune' | 'held'
type Label = {
  document: string
  unit: string
  number: string
  wording: string
  half: Half
  yes: boolean
  reason: string
}

/** A criterion with where it stands; the wording only as a hash, because it belongs to the awarding organisation. */
type Placed = { document: string; unit: string; criterion: Criterion; wording: string }

export const labels: readonly Label[] = readFileSync(new URL('labels.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => {
    const [document = '', unit = '', number = '', wording = '', half, label, reason = ''] = line.split(' ')
    return { document, unit, number, wording, half: half as Half, yes: label === 'yes', reason }
  })

/** Every criterion of a document, in its order. */
export const criteriaIn = (document: string): Placed[] =>
  realSpecification(document).units.flatMap(unit =>
    unit.outcomes.flatMap(outcome =>
      outcome.criteria.map(criterion => ({ document, unit: unit.id, criterion, wording: hashOf(criterion.text) })),
    ),
  )

function hashOf(text: string): string {
  const plain = text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase()
  return createHash('sha256').update(plain).digest('hex').slice(0, 12)
}

/** The criteria that the seed draws, in the order of drawing; by turns for tuning and held back. */
export function drawn(): (Placed & { half: Half })[] {
  const next = randomFrom(seed)
  const known = new Set<string>()
  return documents.flatMap(document => {
    const left = criteriaIn(document)
    const these: (Placed & { half: Half })[] = []
    while (these.length < drawnOfEach) {
      const [placed] = left.splice(Math.floor(next() * left.length), 1)
      if (!placed || known.has(placed.wording)) continue
      known.add(placed.wording)
      these.push({ ...placed, half: these.length % 2 ? 'held' : 'tune' })
    }
    return these
  })
}

/** Mulberry32: a small generator that gives the same numbers on every machine. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export type Agreement = { labelled: number; asked: number; precision: number; recall: number; wrong: string[] }

/** How the rule agrees with these labels; `wrong` names each criterion on which it does not. */
export function agreementOn(these: readonly Label[]): Agreement {
  const all = new Map(
    documents.flatMap(document => criteriaIn(document)).map(p => [`${p.document} ${p.unit} ${p.criterion.number}`, p]),
  )
  const judged = these.map(label => {
    const place = `${label.document} ${label.unit} ${label.number}`
    const found = all.get(place)
    if (found?.wording !== label.wording) throw new Error(`${place} does not read as it did when it was labelled.`)
    return { ...label, place, said: moreThanOneAsked(found.criterion) !== null }
  })
  const both = judged.filter(j => j.yes && j.said).length
  return {
    labelled: judged.length,
    asked: judged.filter(j => j.yes).length,
    precision: both / judged.filter(j => j.said).length,
    recall: both / judged.filter(j => j.yes).length,
    wrong: judged.filter(j => j.yes !== j.said).map(j => `${j.place}: labelled ${j.yes ? 'yes' : 'no'} (${j.reason})`),
  }
}
