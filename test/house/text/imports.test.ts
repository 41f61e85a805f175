import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyImport, type Import, isOurs } from './imports.ts'
import { root } from './sources.ts'

const imports = everyImport()
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('test/')
const code = imports.filter(i => !isTest(i.from))
const under = (folder: string) => code.filter(i => i.from.startsWith(folder))
const say = (i: Import) => `${i.from} imports ${i.to}`

/** Those of `who` that lead anywhere but to the places named; a name without a slash at its end is a package or a file. */
const beyond = (who: Import[], ...allowed: string[]) =>
  who.filter(i => !allowed.some(a => i.to === a || (a.endsWith('/') && i.to.startsWith(a)))).map(say)

describe('layers', () => {
  it('every import of ours leads to a file', () => {
    expect(imports.filter(i => isOurs(i.to) && !existsSync(path.join(root, i.to))).map(say)).toEqual([])
  })
  it('the domain is pure: it imports nothing but the domain', () => {
    expect(beyond(under('src/domain/'), 'src/domain/')).toEqual([])
  })
  it('a policy imports policies and the domain', () => {
    expect(beyond(under('src/policy/'), 'src/policy/', 'src/domain/')).toEqual([])
  })
  it('a contract imports contracts, the domain and zod', () => {
    expect(beyond(under('src/contract/'), 'src/contract/', 'src/domain/', 'zod')).toEqual([])
  })
  it('the importer knows neither server nor web, and of contracts only the one that checks our own JSON', () => {
    expect(
      under('src/importer/')
        .filter(i => /^src\/(server|web|contract|policy|cli)\//.test(i.to))
        .filter(
          i => !(i.from === 'src/importer/own-json.ts' && /^src\/contract\/(specification|faults)\.ts$/.test(i.to)),
        )
        .map(say),
    ).toEqual([])
  })
  it('the importer opens documents in few named files, and is pure once their text is out', () => {
    const opens = /^src\/importer\/(extract|docx|pdf|table|zip|own-json|import-document)\.ts$/
    const pure = under('src/importer/').filter(i => !opens.test(i.from))
    expect(beyond(pure, 'src/importer/', 'src/domain/')).toEqual([])
  })
  it('the web never imports the server, and of contracts it takes types only, so that zod stays out of the browser', () => {
    expect(
      under('src/web/')
        .filter(i => /^(src\/(server|cli|importer)|test|db|bin)\//.test(i.to) || i.to.startsWith('node:'))
        .map(say),
    ).toEqual([])
    expect(
      under('src/web/')
        .filter(i => i.to.startsWith('src/contract/') && !i.typeOnly)
        .map(say),
    ).toEqual([])
  })
  it('web/ui knows no noun', () => {
    expect(
      under('src/web/ui/')
        .filter(i => isOurs(i.to) && !i.to.startsWith('src/web/ui/'))
        .filter(i => !isUsefulToUi(i))
        .map(say),
    ).toEqual([])
  })
  it('nothing but tests imports tests, and nothing but the command line imports the command line', () => {
    expect(
      under('src/')
        .filter(i => i.to.startsWith('test/'))
        .map(say),
    ).toEqual([])
    expect(
      under('src/')
        .filter(i => i.to.startsWith('src/cli/') && !i.from.startsWith('src/cli/'))
        .map(say),
    ).toEqual([])
  })
})

/** What every screen may know, whatever its noun: how to ask, how to say a code in words, and time. */
const forEveryScreen = ['src/web/api.ts', 'src/web/words/index.ts', 'src/domain/time.ts']
const isUsefulToUi = (i: Import) => forEveryScreen.includes(i.to) || i.to.endsWith('.css')

/**
 * The learner's journey, which is also the direction of imports: a noun may import those that stand before it.
 * Progress is a projection that reads by SQL; it stands before those who bring it into step when they change what it
 * shows. The story of the sample centre is told through the actions of every noun, so it stands last.
 */
const nouns = (
  'audit · drafts · quotas · refusals · files · competence · conflicts · quality-records · people · centres · qualifications · qualification-dates · accreditations · occupational-standards · preconditions · methods · settings · imports · progress · registrations · people-files · planning · ' +
  'evidence · evidence-index · coverage · testimonies · claims · worksheets · pins · decisions · questions · further-documents · moves · removals · sign-offs · sampling · standardisation · eqa · search · reports · exports · sample-centre'
).split(' · ')

/** Imports against the journey, each with its reason. */
const exceptions: { from: RegExp; to: RegExp; because: string }[] = [
  {
    from: /^src\/server\/evidence\//,
    to: /^src\/server\/claims\/queries\.ts$/,
    because: 'a piece of evidence is shown, and submitted, with the claims made on it',
  },
  {
    from: /^src\/server\/platform\/http\/perform\.ts$/,
    to: /^src\/server\/audit\/(append|repeats)\.ts$/,
    because:
      'a change and its event are one act, and a repeated request is known by what it asked, so what runs actions writes both',
  },
]

describe('server', () => {
  const excepted = (i: Import) => exceptions.some(e => e.from.test(i.from) && e.to.test(i.to))
  const nounOf = (file: string) => /^src\/server\/([^/]+)\//.exec(file)?.[1]
  it('a noun imports only nouns that come before it on the learner’s journey', () => {
    const against = under('src/server/').filter(i => {
      const [from, to] = [nounOf(i.from), nounOf(i.to)]
      if (!from || !to || from === to || from === 'platform' || to === 'platform') return false
      return nouns.indexOf(to) > nouns.indexOf(from)
    })
    expect(against.filter(i => !excepted(i)).map(say)).toEqual([])
  })
  it('every folder of the server is a noun of the journey, or the platform', () => {
    const folders = new Set(
      under('src/server/')
        .map(i => nounOf(i.from))
        .filter(n => n !== undefined),
    )
    expect([...folders].filter(f => f !== 'platform' && !nouns.includes(f))).toEqual([])
  })
  it('the platform knows no noun', () => {
    const known = under('src/server/platform/').filter(
      i => i.to.startsWith('src/server/') && nounOf(i.to) !== 'platform',
    )
    expect(known.filter(i => !excepted(i)).map(say)).toEqual([])
  })
  it('every exception is still needed', () => {
    expect(exceptions.filter(e => !code.some(i => e.from.test(i.from) && e.to.test(i.to))).map(e => e.because)).toEqual(
      [],
    )
  })
})

describe('cycles', () => {
  it('no two files of the house import each other, directly or round a corner; types do not count', () => {
    const graph = Map.groupBy(
      code.filter(i => !i.typeOnly && isOurs(i.to)),
      i => i.from,
    )
    const done = new Set<string>()
    const cycles = new Set<string>()
    const walk = (file: string, way: string[]) => {
      const at = way.indexOf(file)
      if (at >= 0) return void cycles.add([...way.slice(at), file].join(' → '))
      if (done.has(file)) return
      for (const { to } of graph.get(file) ?? []) walk(to, [...way, file])
      done.add(file)
    }
    for (const file of graph.keys()) walk(file, [])
    expect([...cycles]).toEqual([])
  })
})
