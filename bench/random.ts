/** Numbers that look random and are the same in every run with the same seed (xoshiro128**). */
export type Random = {
  whole: (below: number) => number
  id: () => string
  some: <T>(of: readonly T[], n: number) => T[]
}

export function seeded(seed: number): Random {
  let [a, b, c, d] = [seed, 0x9e3779b9, 0x243f6a88, 0xb7e15162] as [number, number, number, number]
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 11)
    return result
  }
  const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k))
  for (let i = 0; i < 20; i++) next()
  const hex = () => next().toString(16).padStart(8, '0')
  const whole = (below: number) => next() % below
  return {
    whole,
    id: () => {
      const [p, q, r, s] = [hex(), hex(), hex(), hex()]
      return `${p}-${q.slice(0, 4)}-4${q.slice(5)}-a${r.slice(1, 4)}-${r.slice(4)}${s}`
    },
    some: (of, n) => {
      const left = [...of]
      for (let i = 0; i < n; i++) {
        const j = i + whole(left.length - i)
        ;[left[i], left[j]] = [left[j] as never, left[i] as never]
      }
      return left.slice(0, n)
    },
  }
}
