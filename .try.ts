import { activeIqLevel2 as a, svq3, svq2, ocr10379, biiabLevel3 } from '#domain/qualifications/golden-structures.ts'
import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import { suggestChanges } from '#domain/qualifications/suggestions.ts'
const num = (g, ns) => ns.split(',').map(n => g.units.find(u => u.number === n)?.id ?? n)
const show = (g, ns) => {
  const ids = ns ? num(g, ns) : []
  const t = performance.now()
  const v = checkCombination(g.qualification, g.units, ids)
  const t1 = performance.now()
  const s = suggestChanges(g.qualification, g.units, ids)
  console.log(ns, v.valid, v.credits, v.problems.map(p => p.code + ': ' + p.message + ' ' + (p.short ?? p.over ?? '')))
  const n = l => l.map(i => g.units.find(u => u.id === i)?.number ?? i).join()
  console.log(s.map(x => `+${n(x.add)} -${n(x.remove)} = ${n(x.unitsAfter)}`), (t1 - t).toFixed(1), (performance.now() - t1).toFixed(1))
}
show(a, '1,2,3,4,5,6,8,9,11,12,13')
show(a, '1,2,3,4,5,6,8,9,11,13,14')
show(a, '')
show(a, '1,2,3,4,5,6,8,9,11,13,14,36,25')
show(a, '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39')
show(svq2, 'F1,F2,A10,B2,C3,D2,D3')
show(svq2, 'F1,F2,A1,B2,C3,D2,D3')
show(svq2, 'F1,F2,A3,A4,A5,A6,A7')
show(svq3, 'F3,F4,A15,B10,B11,C7,D11')
show(svq3, '')
show(ocr10379, '1,2,3,4')
show(biiabLevel3, 'D/506/1942')
