import { sources } from '#test/house/text/sources.ts'

/** docs/generated/requirements.md: which test proves which requirement, read off the titles that carry its number. */
export function requirementsDocument(): string {
  const proofs = new Map<number, Set<string>>()
  for (const { path, text } of sources('src/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'test/**/*.test.ts')) {
    for (const title of titlesIn(text)) {
      for (const [, list = ''] of title.matchAll(/\[(R\d+[^\]]*)\]/g)) {
        for (const n of numbersIn(list)) {
          const proof = `${title.replace(/\s*\[R\d[^\]]*\]/g, '').trim()} · \`${path}\``
          proofs.set(n, (proofs.get(n) ?? new Set()).add(proof))
        }
      }
    }
  }
  const numbers = [...proofs.keys()].sort((a, b) => a - b)
  const line = (n: number) =>
    `## R${n}\n\n${[...(proofs.get(n) ?? [])]
      .sort()
      .map(p => `- ${p}`)
      .join('\n')}\n`
  return `# Requirements and their proofs\n\nEach test that proves a requirement carries its number in its title; this index is made from those titles.\n\n${numbers.map(line).join('\n')}`
}

/** Strings that carry a number: titles of `it`, `it.each`, `describe` and `test`. */
function titlesIn(text: string): string[] {
  return [...text.matchAll(/'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\\n])*)`/g)]
    .map(m => (m[1] ?? m[2] ?? m[3] ?? '').replace(/\\(.)/g, '$1'))
    .filter(t => /\[R\d+/.test(t))
}

/** `R2, R3`, `R5 to R8`, `R5-R8`, `R5–8` */
function numbersIn(list: string): number[] {
  return list.split(/[,;]|\band\b/).flatMap(part => {
    const [from, to] = [...part.matchAll(/\d+/g)].map(m => Number(m[0]))
    if (from === undefined) return []
    return to === undefined ? [from] : Array.from({ length: to - from + 1 }, (_, i) => from + i)
  })
}
