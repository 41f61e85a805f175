import { parse } from 'csv-parse/sync'
import { planFile } from '#domain/people-files/plan.ts'
import { activeIqLevel2 } from '#domain/qualifications/golden-structures.ts'
import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import { suggestChanges } from '#domain/qualifications/suggestions.ts'
import { importDocument } from '#importer/import-document.ts'
import { readSpecification } from '#importer/read-specification.ts'
import linesOfFile from '#server/people-files/lines-of-file.ts'
import { middle } from './measure.ts'

/** `times` is how many times its floor it took; `bar` how many it may. */
export type Alone = { what: string; ms: number; floorMs: number; times: number; bar: number }

/**
 * What is computed without a database, so that an expression that looks again and again at what it has seen, or a search
 * that grows with the square, shows. Its floor looks once at every word or cell of as much text, or checks one selection.
 */
export async function measureAlone(): Promise<Alone[]> {
  const found: Alone[] = []
  const printed = texts()
  const everyWord = () => words(printed['900 units'])
  for (const [what, text] of Object.entries(printed)) {
    const read = () => readSpecification(text, { name: 'bench', sha256: '' })
    found.push(await against(`reading ${what}`, read, everyWord, 400))
  }
  const template = templateOf(20_000)
  const bytes = new TextEncoder().encode(template)
  const readTemplate = () => importDocument(bytes, 'units.csv')
  found.push(await against('reading a template of 20,000 rows', readTemplate, () => parse(template), 40))
  const people = peopleOf(5000)
  const plan = () => planFile(linesOfFile({ bytes: Buffer.from(people) }).lines, facts)
  const everyCell = () => parse(people, { relax_column_count: true })
  found.push(await against('planning a people file of 5,000 lines', plan, everyCell, 20))
  const { qualification, units } = activeIqLevel2
  const suggest = () => suggestChanges(qualification, units, [])
  const check = () => checkCombination(qualification, units, [])
  found.push(await against('three ways to plan a qualification', suggest, check, 200))
  return found
}

async function against(what: string, work: () => unknown, floor: () => unknown, bar: number): Promise<Alone> {
  const [ms, floorMs] = [await took(work, 3), await took(floor, 15)]
  return { what, ms, floorMs, times: ms / floorMs, bar }
}

async function took(work: () => unknown, times: number): Promise<number> {
  const each: number[] = []
  for (let n = 0; n < times; n++) {
    const started = performance.now()
    await work()
    each.push(performance.now() - started)
  }
  return middle(each.sort((a, b) => a - b))
}

const words = (text: string): number => text.split('\n').reduce((n, line) => n + line.split(/\s+/).length, 0)

/** 400 kB of each: as printed, in one line, and of what made expressions look again and again at what they had seen. */
function texts() {
  const unit = (n: number) =>
    `Unit ${n}: Mend net ${n}\nLearning outcomes\n1. Understand net ${n}\n${Array.from({ length: 12 }, (_, at) => `1.${at + 1} Explain part ${at} of net ${n}`).join('\n')}\n`
  return {
    '900 units': Array.from({ length: 900 }, (_, at) => unit(at + 1)).join('\n'),
    '24,000 criteria in one line': `Unit 1: A net\nLearning outcomes\n${'1.1 Explain it 1.2 Explain more '.repeat(12_000)}`,
    '130,000 open tags': '<p>'.repeat(130_000),
    '400,000 open brackets': '('.repeat(400_000),
    '50,000 levels': 'Level 2 '.repeat(50_000),
  }
}

function templateOf(rows: number): string {
  const headings =
    'unit reference,unit number,unit title,level,credit,outcome number,outcome title,criterion number,criterion text'
  const lines = Array.from({ length: rows }, (_, n) => {
    const [unit, outcome, criterion] = [Math.floor(n / 40), Math.floor((n % 40) / 8) + 1, (n % 8) + 1]
    return `,${unit},Unit ${unit},2,3,${outcome},Know ${outcome},${outcome}.${criterion},Explain thing ${n}`
  })
  return [headings, ...lines].join('\n')
}

const peopleOf = (learners: number): string =>
  [
    'name,e-mail,roles,qualification,units,registered on,assessor,level reason,funding,options reason',
    'Ben Carter,ben@h.example,assessor',
    ...Array.from(
      { length: learners },
      (_, n) =>
        `Learner ${n},l${n}@h.example,learner,A,U1,2026-01-12,ben@h.example,Fits the job,employer,What they do daily`,
    ),
  ].join('\n')

const version = {
  ...{ versionId: 'v', qualificationId: 'q', level: 2, title: 'A', successors: [] },
  dates: { opens: null, lastRegistration: null, lastCertification: null },
  units: [{ unitId: 'u', mandatory: false, code: 'U1', reference: null, number: null }],
}

/** A centre where nobody is known yet. */
const facts: Parameters<typeof planFile>[1] = {
  ...{ now: '2026-05-14T09:30:00.000Z', people: new Map(), isRegistered: () => false },
  versionOf: written => (written === 'A' ? version : null),
}
