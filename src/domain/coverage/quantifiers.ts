/** Whether the items of an evidence requirement are covered, and what is short: the meaning of all, at least and each (R92, R93). */
import type { EvidenceRequirement } from '../qualifications/specification.ts'

/** A tick on a requirement: one item of it, or the sentence itself, where there are different things also which one. */
export type ItemTick = {
  /** The item's letter; empty for the requirement itself. */
  item: string
  /** Which change, method or medium this is about; empty where the requirement counts no such things. */
  thing: string
}

export type RequirementState = {
  satisfied: boolean
  /** How many more items or different things it takes. */
  short: number
  /** Items that are not covered yet and would help. */
  open: string[]
  /** With `each`: the things that something is ticked for, and the items they still lack. */
  begun: { thing: string; lacks: string[] }[]
}

type Asked = Pick<EvidenceRequirement, 'quantifier' | 'atLeast' | 'items'>

/** What stands of a requirement when these ticks count. Ticks on items that it has not are passed over. */
export function stateOfRequirement(
  { quantifier, atLeast, items }: Asked,
  ticks: readonly ItemTick[],
): RequirementState {
  const need = atLeast ?? 1
  if (items.length === 0) {
    const have = quantifier === 'all' ? Math.min(1, ticks.length) : thingsIn(ticks).length
    return stateFrom((quantifier === 'all' ? 1 : need) - have, [], [])
  }
  if (quantifier === 'each') {
    const parts = items.map(({ code, text }) => ({ code, text }))
    const begun = thingsIn(ticks).map(thing => ({ thing, lacks: openItems(parts, ofThing(ticks, thing)) }))
    const whole = begun.filter(b => b.lacks.length === 0).length
    return stateFrom(
      need - whole,
      begun.length > 0 ? [] : items.map(i => i.code),
      begun.filter(b => b.lacks.length > 0),
    )
  }
  const open = openItems(items, ticks)
  const wanted = quantifier === 'all' ? items.length : Math.min(need, items.length)
  return stateFrom(wanted - (items.length - open.length), open, [])
}

const stateFrom = (short: number, open: string[], begun: RequirementState['begun']): RequirementState =>
  short > 0 ? { satisfied: false, short, open, begun } : { satisfied: true, short: 0, open: [], begun: [] }

/** An item is covered by one tick, or by ticks for so many different things where it asks for that. */
function openItems(items: Asked['items'], ticks: readonly ItemTick[]): string[] {
  return items.flatMap(({ code, atLeast }) => {
    const on = ticks.filter(t => t.item === code)
    const covered = atLeast === undefined || atLeast < 2 ? on.length > 0 : thingsIn(on).length >= atLeast
    return covered ? [] : [code]
  })
}

/** Whether ticks on it must say which thing they are about. */
export const asksWhich = (asked: Asked, item: string): boolean =>
  asked.quantifier === 'each' ||
  (asked.quantifier === 'at-least' && asked.items.length === 0) ||
  (asked.items.find(i => i.code === item)?.atLeast ?? 1) > 1

/** The different things named, in the order in which they first were; upper case and spaces make no difference. */
function thingsIn(ticks: readonly ItemTick[]): string[] {
  const things = new Map<string, string>()
  for (const { thing } of ticks)
    if (nameOf(thing) && !things.has(nameOf(thing))) things.set(nameOf(thing), thing.trim())
  return [...things.values()]
}

const ofThing = (ticks: readonly ItemTick[], thing: string) => ticks.filter(t => nameOf(t.thing) === nameOf(thing))

/** Names that people write in different ways stand for the same. */
export const nameOf = (written: string): string => written.trim().toLowerCase().replace(/\s+/g, ' ')
