/** The items of a CFPackage as a tree, each told what it is. Takes anything: the package was written by a stranger. */

import { type CaseExtensions, type CaseItemType, caseItemTypes } from '#domain/qualifications/case.ts'
import type { Note } from './draft.ts'
import type { Refused } from './read-specification.ts'

export type Node = {
  identifier: string
  title: string
  code: string | null
  number: string | null
  kind: CaseItemType
  extensions: CaseExtensions
  children: Node[]
}

export type CaseTree = {
  document: Record<string, unknown>
  /** In reading order, parents before children; each once, even where it hangs in two places. */
  nodes: Node[]
  /** Nodes of the package that are exact matches of this one. */
  matchesOf: (node: Node) => Node[]
  /** Addresses of exact matches that are not in the package. */
  matchesElsewhere: (node: Node) => string[]
}

type Link = { from: string; to: string; toUri: string; at: number }

/** Refuses a value that has no document or no items. What hangs nowhere, or in a circle, is reported. */
export function caseTree(value: object, note: Note): CaseTree | Refused {
  const { CFDocument: document, CFItems, CFAssociations } = value as Record<string, unknown>
  if (!isObject(document)) return { refusal: 'This CASE package has no CFDocument.' }
  const items = listOf(CFItems).filter(item => typeof item.identifier === 'string')
  if (items.length === 0) return { refusal: 'This CASE package has no items, so there is nothing to import.' }
  const nodes = new Map(items.map(item => [key(item.identifier), nodeOf(item)]))
  const known = new Map(items.flatMap(item => [[key(item.uri), key(item.identifier)]] as const))
  const links = (type: string) =>
    listOf(CFAssociations).flatMap((one, index): Link[] => {
      const [from, to] = [endOf(one.originNodeURI, nodes, known), endOf(one.destinationNodeURI, nodes, known)]
      if (one.associationType !== type || !from || !to) return []
      const at = typeof one.sequenceNumber === 'number' ? one.sequenceNumber : index
      return [{ from, to, toUri: uriOf(one.destinationNodeURI), at }]
    })
  const parents = links('isChildOf').sort((a, b) => a.at - b.at)
  const below = Map.groupBy(parents, link => link.to)
  const hung = new Set(parents.filter(link => nodes.has(link.to)).map(link => link.from))
  const roots = items.map(item => key(item.identifier)).filter(id => !hung.has(id))
  const ordered = roots.toSorted((a, b) => positionOf(a, parents) - positionOf(b, parents))
  const reached = new Map<Node, number>()
  const walk = (id: string, depth: number, way: ReadonlySet<string>): Node | null => {
    const node = nodes.get(id)
    if (!node || way.has(id)) return null
    if (reached.has(node)) return node
    reached.set(node, depth)
    const inside = new Set([...way, id])
    node.children = (below.get(id) ?? []).flatMap(link => walk(link.from, depth + 1, inside) ?? [])
    return node
  }
  for (const id of ordered) walk(id, 1, new Set())
  noteUnreached(nodes, reached, note)
  tellKinds(items, nodes, reached, note)
  const matches = links('exactMatchOf')
  return {
    document,
    nodes: [...reached.keys()],
    matchesOf: ({ identifier }) =>
      matches.flatMap(({ from, to }) =>
        from === key(identifier) ? (nodes.get(to) ?? []) : to === key(identifier) ? (nodes.get(from) ?? []) : [],
      ),
    matchesElsewhere: ({ identifier }) =>
      matches.filter(({ from, to }) => from === key(identifier) && !nodes.has(to)).map(({ to, toUri }) => toUri || to),
  }
}

/** Text on one line, or null where there is none. */
export function plainText(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  return text === '' ? null : text
}

function nodeOf(item: Record<string, unknown>): Node {
  return {
    identifier: String(item.identifier),
    title: typeof item.fullStatement === 'string' ? item.fullStatement : '',
    code: plainText(item.humanCodingScheme),
    number: plainText(item.listEnumeration),
    kind: 'criterion',
    extensions: isObject(item.extensions) ? item.extensions : {},
    children: [],
  }
}

function noteUnreached(nodes: Map<string, Node>, reached: Map<Node, number>, note: Note): void {
  for (const node of nodes.values())
    if (!reached.has(node))
      note({
        severity: 'error',
        code: 'case-item-in-circle',
        message: `“${node.title.slice(0, 200)}” is a child of its own children, so it stands nowhere and was left out.`,
      })
}

const words: Record<CaseItemType, RegExp> = {
  qualification: /^(?:qualification|award|certificate|diploma)$/i,
  unit: /^(?:unit|module)$/i,
  outcome: /^(?:outcome|learning outcome|element)$/i,
  criterion: /^(?:criterion|criteria|assessment criterion|performance criterion)$/i,
}

/** By the items' own word where units have one; else by depth, the deepest being criteria. */
function tellKinds(
  items: Record<string, unknown>[],
  nodes: Map<string, Node>,
  reached: Map<Node, number>,
  note: Note,
): void {
  const said = new Map(items.map(item => [nodes.get(key(item.identifier)) as Node, kindSaid(item.CFItemType)]))
  const typed = [...said.values()].includes('unit')
  const levels = Math.max(...reached.values())
  for (const [node, depth] of reached) {
    const byDepth = caseItemTypes[Math.min(Math.max(depth - 1 + Math.max(0, 4 - levels), 0), 3)] as CaseItemType
    node.kind = (typed ? said.get(node) : byDepth) ?? (node.children.length === 0 ? 'criterion' : 'qualification')
  }
  if (typed) return
  // Two levels are units with their criteria; nothing is an outcome then.
  if (levels === 2) for (const [node, depth] of reached) node.kind = depth === 1 ? 'unit' : 'criterion'
  const taken = levels === 2 ? ['unit', 'criterion'] : caseItemTypes.slice(-levels)
  note({
    severity: 'warning',
    code: 'case-kinds-by-depth',
    message: `The package does not say which items are units. By their depth they were taken as ${taken.join(', ')}; look them over.`,
  })
}

const kindSaid = (type: unknown) =>
  caseItemTypes.find(kind => typeof type === 'string' && words[kind].test(type.trim()))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : [])
const key = (identifier: unknown) =>
  String(identifier ?? '')
    .trim()
    .toLowerCase()
const uriOf = (link: unknown) => (isObject(link) && typeof link.uri === 'string' ? link.uri : '')
const positionOf = (id: string, links: Link[]) => links.find(link => link.from === id)?.at ?? Number.MAX_SAFE_INTEGER

/** The end of an association by its identifier, else by its address; an end outside the package keeps its own. */
function endOf(link: unknown, nodes: Map<string, Node>, known: Map<string, string>): string | null {
  if (!isObject(link)) return null
  const identifier = key(link.identifier)
  if (nodes.has(identifier)) return identifier
  return known.get(key(link.uri)) ?? (identifier || key(link.uri) || null)
}
