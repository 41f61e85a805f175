/** A written statement: the editor's document, of which only plain writing is kept. */

export type StatementMark = { type: string; attrs?: Record<string, unknown> }
export type StatementNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: StatementNode[]
  text?: string
  marks?: StatementMark[]
}

const blocks = ['paragraph', 'heading', 'listItem', 'blockquote', 'codeBlock'] as const
const nodes: readonly string[] = ['doc', ...blocks, 'bulletList', 'orderedList', 'hardBreak', 'horizontalRule', 'text']
const marks: readonly string[] = ['bold', 'italic', 'underline', 'strike', 'code', 'link']
/** Deeper than anybody nests a list; a machine that sends more is not writing a statement. */
const deepest = 40

/**
 * The document with known nodes, marks and attributes only; what an unknown node contains is kept, its wrapping is not.
 * A link goes to http, https or mailto. Answers an empty document where nothing of the kind was sent.
 */
export function plainStatement(given: unknown): StatementNode {
  const [doc] = clean(given, 0)
  return doc?.type === 'doc' ? doc : { type: 'doc', content: doc ? [doc] : [] }
}

function clean(given: unknown, depth: number): StatementNode[] {
  if (given === null || typeof given !== 'object' || depth > deepest) return []
  const { type, attrs, content, text, marks: given_marks } = given as StatementNode
  if (type === 'text') {
    if (typeof text !== 'string' || text === '') return []
    const kept = Array.isArray(given_marks) ? given_marks.flatMap(cleanMark) : []
    return [kept.length > 0 ? { type, text: withoutNull(text), marks: kept } : { type, text: withoutNull(text) }]
  }
  const inside = Array.isArray(content) ? content.flatMap(c => clean(c, depth + 1)) : []
  if (typeof type !== 'string' || !nodes.includes(type)) return inside
  const node: StatementNode = { type }
  const keep = attrsOf(type, attrs ?? {})
  if (keep) node.attrs = keep
  if (inside.length > 0) node.content = inside
  return [node]
}

/** PostgreSQL's text and jsonb cannot hold U+0000. */
const withoutNull = (text: string) => text.replaceAll('\u0000', '')

function attrsOf(type: string, attrs: Record<string, unknown>): Record<string, unknown> | null {
  if (type === 'heading') return { level: [1, 2, 3, 4].includes(attrs.level as number) ? attrs.level : 2 }
  if (type === 'orderedList' && Number.isInteger(attrs.start)) return { start: attrs.start }
  return null
}

function cleanMark(given: unknown): StatementMark[] {
  const { type, attrs } = (given ?? {}) as StatementMark
  if (typeof type !== 'string' || !marks.includes(type)) return []
  if (type !== 'link') return [{ type }]
  const href = attrs?.href
  return typeof href === 'string' && /^(https?:|mailto:)/i.test(href) ? [{ type, attrs: { href } }] : []
}

/** The words alone, a line for each block: for search, for the index, and to see whether anything was written. */
export function textOfStatement(node: StatementNode): string {
  const lines: string[] = []
  let line = ''
  const walk = (n: StatementNode) => {
    if (n.type === 'text') line += n.text ?? ''
    if (n.type === 'hardBreak') line += '\n'
    for (const c of n.content ?? []) walk(c)
    if ((blocks as readonly string[]).includes(n.type) && line) {
      lines.push(line)
      line = ''
    }
  }
  walk(node)
  if (line) lines.push(line)
  return lines.join('\n').trim()
}
