import { pathToFileURL } from 'node:url'
import type { Transitions } from '#domain/transitions.ts'
import { root, sources } from '#test/house/text/sources.ts'

/** docs/generated/states.md: every table of the domain that satisfies `Transitions`, as a picture and as a list. */
export async function statesDocument(): Promise<string> {
  const parts: string[] = []
  for (const file of sources('src/domain/**/*.ts')) {
    const names = [...file.text.matchAll(/export const (\w+) =(?:(?!\nexport )[\s\S])*?satisfies Transitions\b/g)].map(
      m => m[1] as string,
    )
    if (names.length === 0) continue
    const module = await import(pathToFileURL(root + file.path).href)
    for (const name of names) parts.push(section(name, file.path, module[name]))
  }
  return `# States\n\nPrinted from the tables in the domain, which buttons, checks and tests read as well. What is not here is impossible.\n\n${parts.join('\n')}`
}

function section(name: string, file: string, table: Transitions): string {
  const moves = Object.entries(table).flatMap(([from, byRole]) =>
    Object.entries(byRole).flatMap(([role, byVerb]) =>
      Object.entries(byVerb ?? {}).flatMap(([verb, move]) =>
        move ? [{ from, role, verb, to: move.to, needs: move.needs ?? [] }] : [],
      ),
    ),
  )
  const arrows = Map.groupBy(moves, m => `${m.from} --> ${m.to} : ${m.verb}`)
  const id = (state: string) => state.replaceAll('-', '_')
  const states = [...new Set([...Object.keys(table), ...moves.map(m => m.to)])]
  const first = states.find(s => !moves.some(m => m.to === s && m.from !== s)) ?? states[0]
  return `## ${words(name)}

\`${file}\`

\`\`\`mermaid
stateDiagram-v2
${states
  .filter(s => s.includes('-'))
  .map(s => `  ${id(s)}: ${s}`)
  .join('\n')}
  [*] --> ${id(first ?? '')}
${[...arrows.values()].map(([m]) => m && `  ${id(m.from)} --> ${id(m.to)}: ${m.verb}`).join('\n')}
\`\`\`

| from | who | does | becomes | needs |
|---|---|---|---|---|
${merged(moves)
  .map(m => `| ${m.from} | ${m.role} | ${m.verb} | ${m.to} | ${m.needs.join(', ')} |`)
  .join('\n')}
`
}

type Move = { from: string; role: string; verb: string; to: string; needs: readonly string[] }

/** Roles that may do the same are named in one line. */
const merged = (moves: Move[]): Move[] =>
  [...Map.groupBy(moves, m => [m.from, m.verb, m.to, ...m.needs].join('|')).values()].map(same => ({
    ...(same[0] as Move),
    role: same.map(m => m.role).join(', '),
  }))

const words = (camel: string) => {
  const text = camel.replace(/[A-Z]/g, c => ` ${c.toLowerCase()}`)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
