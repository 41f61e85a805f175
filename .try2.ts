import { bareUnit } from '#domain/qualifications/golden-structures.ts'
import { suggestChanges } from '#domain/qualifications/suggestions.ts'
import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
let seed = 7
const rnd = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 2147483648 * n) }
const times = []
for (let k = 0; k < 60; k++) {
  const G = 'ABCDEFGH'.slice(0, 3 + rnd(6)), T = ['w','x','y','z']
  const units = Array.from({ length: 60 }, (_, i) => bareUnit(`U${i}`, `${i}`, 1 + rnd(5), 1 + rnd(12)))
  const places = units.map((u, i) => ({ unit: u.id, group: G[rnd(G.length)], theme: T[rnd(4)], mandatory: rnd(10) === 0 }))
  const rules = [{ credits: { min: 60 + rnd(60) } }]
  for (const g of G) { if (rnd(2)) rules.push({ credits: { of: { group: g }, min: 5 + rnd(12) } }); else rules.push({ credits: { of: { group: g }, max: 10 + rnd(20) } }) }
  for (const t of T) rules.push({ count: { of: { theme: t }, min: rnd(3), max: 4 + rnd(4) } })
  rules.push({ count: { of: { level: [4, 5] }, max: 3 + rnd(3) } })
  rules.push({ credits: { of: { level: [3,4,5] }, min: 20 + rnd(20) } })
  const q = { title: 'x', number: null, otherNumbers: [], framework: null, level: 2, totalCredit: null, registration: { opens: null, lastRegistration: null, lastCertification: null }, units: places, groups: [], rules, ruleTexts: [], rulesComplete: true }
  const sel = units.filter(() => rnd(k % 4 + 1) === 1).map(u => u.id)
  const t = performance.now()
  const s = suggestChanges(q, units, sel)
  const ms = performance.now() - t
  times.push(ms)
  if (true) console.log(k, ms.toFixed(0), s.length, sel.length, s[0]?.add.length, s[0]?.remove.length)
}
times.sort((a, b) => a - b)
console.log(times[150], times[270], times[299])
