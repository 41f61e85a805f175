/** Numbers that are misprinted or not printed at all: corrected, or given by position, and reported. */

import type { CriterionSighting, DraftUnit, Note, OutcomeSighting } from './draft.ts'

type Sightings = DraftUnit['sightings']

/** The sightings with every criterion numbered so that no two differ only by accident. */
export function numbered(sightings: Sightings, note: Note): Sightings {
  return byPosition(corrected(sightings, note), note)
}

/** "3.1.1." where 3.2 follows is 3.1; where a document has three levels throughout, it is left as it is. */
function corrected(sightings: Sightings, note: Note): Sightings {
  const criteria = sightings.filter(sighting => sighting.type === 'criterion')
  const taken = new Set(criteria.map(criterion => criterion.number))
  const long = criteria.filter(criterion => /^\d+\.\d+\.\d+$/.test(criterion.number))
  return sightings.map(sighting => {
    if (sighting.type === 'outcome' || !long.includes(sighting)) return sighting
    const short = sighting.number.split('.').slice(0, 2).join('.')
    const alone = long.filter(other => other.number.startsWith(`${short}.`)).length === 1
    if (taken.has(short) || !alone || long.length === criteria.length) return sighting
    note({
      severity: 'warning',
      code: 'number-corrected',
      criterion: short,
      line: sighting.line,
      message: `Printed as ${sighting.number}, read as ${short}, which is the number missing from the row.`,
    })
    return { ...sighting, number: short }
  })
}

/** Criteria of a bulleted or plainly numbered list get outcome and place as their number; said once for the unit. */
function byPosition(sightings: Sightings, note: Note): Sightings {
  const listed = sightings.filter(isByPosition)
  const [first] = listed
  if (!first) return sightings
  const printed = listed.map(criterion => criterion.number)
  const areUnique = !printed.includes('') && new Set(printed).size === printed.length
  if (areUnique && !sightings.some(sighting => sighting.type === 'outcome')) return sightings.map(inOne)
  note({
    severity: 'info',
    code: 'numbered-by-position',
    line: first.line,
    message: `${listed.length} criteria are printed without a number of their own; each is numbered by its outcome and its place under it.`,
  })
  return withPlaces(sightings)
}

function isByPosition(sighting: CriterionSighting | OutcomeSighting): sighting is CriterionSighting {
  return sighting.type === 'criterion' && sighting.how === 'by-position'
}

function inOne(sighting: CriterionSighting | OutcomeSighting): CriterionSighting | OutcomeSighting {
  return isByPosition(sighting) ? { ...sighting, number: `1.${sighting.number}`, under: '1' } : sighting
}

function withPlaces(sightings: Sightings): Sightings {
  const places = new Map<string, number>()
  return sightings.map(sighting => {
    if (!isByPosition(sighting)) return sighting
    const under = sighting.under ?? '1'
    const place = (places.get(under) ?? 0) + 1
    places.set(under, place)
    return { ...sighting, under, number: /^[PK]$/.test(under) ? `${under}${place}` : `${under}.${place}` }
  })
}
