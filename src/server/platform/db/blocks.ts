import { readFileSync } from 'node:fs'

export type Block = {
  /** noun/name: also the name of the prepared statement. */
  id: string
  name: string
  /** The statement with $1, $2 … in place of $names. */
  text: string
  /** Parameter names in order of first use, in snake_case as written. */
  parameters: string[]
  /** The same as the code calls them, in the same order. */
  keys: string[]
  /** Of each parameter, whether it is a list of ids (`$x::uuid[]`). */
  ids: boolean[]
  /** True where filters can be switched off (`$x is null or …`, `ilike`): planned for the filters given, each time. */
  fresh: boolean
  /** `-- TYPE column: TypeScript type` lines, for JSON columns and parameters. */
  types: Record<string, string>
  doc: string[]
}

const heading = /^-- BLOCK ([a-z][a-z0-9_]*)$/

/** Reads the named blocks of a `queries.sql`. */
export function readBlocks(file: URL): Record<string, Block> {
  const noun = file.pathname.split('/').at(-2) ?? ''
  const blocks: Record<string, Block> = {}
  let current: { name: string; lines: string[] } | null = null
  const close = () => {
    if (!current) return
    if (blocks[current.name]) throw new Error(`${file.pathname}: block ${current.name} stands twice`)
    blocks[current.name] = makeBlock(noun, current.name, current.lines)
  }
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const name = heading.exec(line)?.[1]
    if (name) {
      close()
      current = { name, lines: [] }
    } else current?.lines.push(line)
  }
  close()
  return blocks
}

function makeBlock(noun: string, name: string, lines: string[]): Block {
  const types: Record<string, string> = {}
  const doc: string[] = []
  const code = lines.filter(line => {
    const typed = /^-- TYPE ([a-z0-9_]+): (.+)$/.exec(line)
    if (typed?.[1] && typed[2]) types[typed[1]] = typed[2]
    else if (line.startsWith('-- ')) doc.push(line.slice(3))
    return !line.startsWith('--')
  })
  const parameters: string[] = []
  const text = code
    .join('\n')
    .trim()
    .replace(/;$/, '')
    .replace(/(?<![\w$])\$([a-z][a-z0-9_]*)/g, (_, parameter: string) => {
      if (!parameters.includes(parameter)) parameters.push(parameter)
      return `$${parameters.indexOf(parameter) + 1}`
    })
  const fresh = /\$\d+(?:::\w+)? is null or |\bilike\b/.test(text)
  const ids = parameters.map((_, i) => new RegExp(`\\$${i + 1}::uuid\\[\\]`).test(text))
  return { id: `${noun}/${name}`, name, text, parameters, keys: parameters.map(camel), ids, fresh, types, doc }
}

export function camel(snake: string): string {
  return snake.replace(/[!?]$/, '').replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase())
}
