import { createElement, type ReactNode } from 'react'
import type { StatementMark, StatementNode } from '#domain/evidence/statement.ts'
import { Pinnable } from '../pins/Pinnable.tsx'
import style from './viewer.module.css'

const elements: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  hardBreak: 'br',
  horizontalRule: 'hr',
}
const markElements: Record<string, string> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code' }

/** A statement as it was written; the editor is not needed to read it. */
export function StatementView({ statement }: { statement: unknown }) {
  const doc = statement as StatementNode | null
  return (
    <Pinnable fileId={null} drawn={doc}>
      <div className={style.statement}>{doc?.content?.map((node, i) => nodeOf(node, i))}</div>
    </Pinnable>
  )
}

function nodeOf(node: StatementNode, key: number): ReactNode {
  if (node.type === 'text') return marked(node.text ?? '', node.marks ?? [], key)
  const inside = node.content?.map((n, i) => nodeOf(n, i))
  // The page's own headings come first: what is a heading in a statement stands below them.
  if (node.type === 'heading')
    return createElement(`h${Math.min(6, Number(node.attrs?.level ?? 2) + 2)}`, { key }, inside)
  const element = elements[node.type]
  if (!element) return inside
  if (element === 'br' || element === 'hr') return createElement(element, { key })
  const start = node.type === 'orderedList' ? { start: node.attrs?.start as number | undefined } : {}
  return createElement(element, { key, ...start }, inside)
}

function marked(text: ReactNode, marks: StatementMark[], key: number): ReactNode {
  return marks.reduce<ReactNode>((inside, mark) => {
    if (mark.type === 'link')
      return (
        <a key={key} href={String(mark.attrs?.href)} rel="noopener noreferrer nofollow" target="_blank">
          {inside}
        </a>
      )
    const element = markElements[mark.type]
    return element ? createElement(element, { key }, inside) : inside
  }, text)
}
