/** The words in which a rule of combination is put to a learner. */

import type { Constraint } from './constraints.ts'
import type { Selector } from './specification.ts'
import { nameOfUnit, type StructureUnit } from './structure.ts'

/** "7 credits", "1 unit". */
export function amount(count: number, measure: Constraint['measure']): string {
  const noun = measure === 'credits' ? 'credit' : 'unit'
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}

/** "B, C or D"; nothing for an empty list. */
export function listOf(items: readonly (string | number)[], word: 'and' | 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`
}

/** Where a rule looks: " in group C", " among the optional units at level 7 or 8"; nothing where it looks at every unit. */
export function whereOf(selector: Selector | undefined, structure: StructureUnit[]): string {
  if (!selector) return ''
  const words: string[] = []
  if (selector.units) words.push(`among ${namesOf(selector.units, structure)}`)
  const flag = mandatoryOrOptional(selector)
  if (flag) words.push(`among the ${flag} units`)
  if (selector.group !== undefined) words.push(`in ${places('group', selector.group, 'and')}`)
  if (selector.theme !== undefined) words.push(`in ${places('theme', selector.theme, 'and')}`)
  if (selector.level !== undefined) words.push(`at level ${listOf([selector.level].flat(), 'or')}`)
  return words.map(word => ` ${word}`).join('')
}

/** Where more can be taken from: the groups, else the themes, of units still open; nothing where they have neither. */
export function sourceOf(open: StructureUnit[]): string {
  for (const kind of ['group', 'theme'] as const) {
    const found = open.map(unit => unit.place[kind])
    const named = [...new Set(found.filter(code => code !== null))]
    if (named.length > 0 && !found.includes(null)) return ` from ${places(kind, named, 'or')}`
  }
  return ''
}

/** The names of units by id; an id the structure does not hold stands for itself. */
export function namesOf(ids: readonly string[], structure: StructureUnit[]): string {
  const known = new Map(structure.map(unit => [unit.id, unit]))
  const names = ids.map(id => known.get(id)).map((unit, at) => (unit ? nameOfUnit(unit) : (ids[at] ?? '')))
  return listOf(names, 'and')
}

function mandatoryOrOptional(selector: Selector): string {
  if (selector.mandatory || selector.optional === false) return 'mandatory'
  return selector.optional || selector.mandatory === false ? 'optional' : ''
}

function places(kind: 'group' | 'theme', codes: string | string[], word: 'and' | 'or'): string {
  const list = [codes].flat()
  return `${kind}${list.length > 1 && word === 'and' ? 's' : ''} ${listOf(list, word)}`
}
