/**
 * The structures of real qualifications for tests: numbers, levels, credits, places and rules are facts from the awarding
 * organisations' documents; unit titles are invented here, since their wording is not ours to ship.
 */

import type { QualificationSpecification, Rule, UnitPlace, UnitSpecification } from './specification.ts'

export type GoldenStructure = { qualification: QualificationSpecification; units: UnitSpecification[] }

/** Active IQ Level 2, 601/3544/X: 39 units; credits A 19, B 6, C 58, D 47 (R32 to R36). */
export const activeIqLevel2: GoldenStructure = golden(
  { title: 'Level 2 Diploma in Customer Service', number: '601/3544/X', framework: 'RQF', level: 2, totalCredit: 45 },
  [
    ['A/506/2130', '1', 'A', 2, 5],
    ['F/506/2131', '2', 'A', 2, 2],
    ['J/506/2132', '3', 'A', 2, 4],
    ['A/506/1964', '4', 'A', 2, 4],
    ['L/506/1788', '5', 'A', 2, 4],
    ['D/506/2119', '6', 'B', 2, 3],
    ['T/506/2126', '7', 'B', 2, 3],
    ['H/506/2154', '8', 'C', 2, 3],
    ['K/506/2155', '9', 'C', 2, 3],
    ['L/506/2133', '10', 'C', 2, 2],
    ['R/506/2134', '11', 'C', 2, 3],
    ['Y/506/2135', '12', 'C', 2, 3],
    ['T/506/2143', '13', 'C', 2, 4],
    ['T/506/2157', '14', 'C', 2, 3],
    ['A/506/2158', '15', 'C', 2, 5],
    ['F/506/2159', '16', 'C', 2, 3],
    ['Y/506/2149', '17', 'C', 2, 3],
    ['T/506/2160', '18', 'C', 2, 3],
    ['A/506/2161', '19', 'C', 2, 3],
    ['J/506/2163', '20', 'C', 2, 3],
    ['R/506/2151', '21', 'C', 3, 4],
    ['D/506/2170', '22', 'C', 3, 5],
    ['H/506/2977', '23', 'C', 2, 3],
    ['K/506/2978', '24', 'C', 2, 5],
    ['T/505/4673', '25', 'D', 2, 2],
    ['L/506/1807', '26', 'D', 2, 2],
    ['H/506/1814', '27', 'D', 2, 3],
    ['L/506/1869', '28', 'D', 2, 3],
    ['M/506/1895', '29', 'D', 2, 3],
    ['L/506/1905', '30', 'D', 2, 2],
    ['R/506/1789', '31', 'D', 2, 3],
    ['J/506/1806', '32', 'D', 2, 2],
    ['M/502/8587', '33', 'D', 2, 2],
    ['R/502/8601', '34', 'D', 2, 3],
    ['M/502/8606', '35', 'D', 2, 3],
    ['K/503/0421', '36', 'D', 2, 7],
    ['L/503/0394', '37', 'D', 2, 5],
    ['H/506/1912', '38', 'D', 3, 4],
    ['F/502/4396', '39', 'D', 2, 3],
  ].map(([id, number, group, level, credit]) =>
    row(id as string, number as string, level as number, credit as number, { group: group as string }, group === 'A'),
  ),
  [
    { credits: { min: 45 } },
    { require: ['A/506/2130', 'F/506/2131', 'J/506/2132', 'A/506/1964', 'L/506/1788'] },
    { credits: { of: { group: 'B' }, min: 3 } },
    { credits: { of: { group: 'C' }, min: 16 } },
    { credits: { of: { group: 'D' }, max: 7 } },
  ],
)

const themes = { A: 'Impression and image', B: 'Delivery', C: 'Handling problems', D: 'Development and improvement' }
const oneFromEachTheme: Rule[] = Object.values(themes).map(theme => ({ count: { of: { theme }, min: 1 } }))

/** SVQ 2 at SCQF level 5: F1, F2 and 29 options in four themes, without credits (R37). */
export const svq2: GoldenStructure = golden(
  { title: 'SVQ 2 in Customer Service', number: null, framework: 'SCQF', level: 5, totalCredit: null },
  svqUnits({
    4: 'F1',
    5: 'F2 A3 A4 A5 A6 A7 A8 A10 A11 A12 B2 B5 B6 B7 B8 C3 C4 D1 D2 D3 D4 D5 D6 D7',
    6: 'A9 B3 B4 C5',
    7: 'C6 C7',
  }),
  [{ require: ['F1', 'F2'] }, { count: { of: { optional: true }, min: 5, max: 5 } }, ...oneFromEachTheme],
)

/** SVQ 3 at SCQF level 6: F3, F4 and 23 options, of which one at most may be at SCQF level 7 or 8 (R38). */
export const svq3: GoldenStructure = golden(
  { title: 'SVQ 3 in Customer Service', number: null, framework: 'SCQF', level: 6, totalCredit: null },
  svqUnits({ 6: 'F4 A13 A15 B9 B10 B11 C5 D8 D10', 7: 'F3 A14 A16 C6 C7 D9 D11' }),
  [
    { require: ['F3', 'F4'] },
    { count: { of: { optional: true }, min: 5, max: 5 } },
    ...oneFromEachTheme,
    { count: { of: { optional: true, level: [7, 8] }, max: 1 } },
  ],
)

/** OCR 10379: five mandatory units in section A, unit 6 or unit 7 in section B, the rest not in the source (R40). */
export const ocr10379: GoldenStructure = golden(
  { title: 'Level 2 Diploma in Customer Service', number: null, framework: null, level: 2, totalCredit: null },
  ['1', '2', '3', '4', '5', '6', '7', '12'].map(number => {
    const group = Number(number) <= 5 ? 'A' : number === '12' ? null : 'B'
    return row(number, number, null, null, { group }, group === 'A')
  }),
  [
    { require: ['1', '2', '3', '4', '5'] },
    { count: { of: { group: 'B' }, min: 1 } },
    { unknown: 'the rules for the sections after B (handbook pages 9 to 11) are not in the source' },
  ],
)

/** BIIAB Level 3, 601/3735/6: six mandatory units; how many optional ones are needed is not in the source (R41). */
export const biiabLevel3: GoldenStructure = golden(
  { title: 'Level 3 Diploma in Customer Service', number: '601/3735/6', framework: 'QCF', level: 3, totalCredit: null },
  ['D/506/1942', 'L/506/2150', 'Y/506/2152', 'J/506/2910', 'K/506/2169', 'T/506/2952', 'L/506/1807', 'Y/506/2135'].map(
    (id, at) => row(id, null, null, null, {}, at < 6),
  ),
  [
    { require: ['D/506/1942', 'L/506/2150', 'Y/506/2152', 'J/506/2910', 'K/506/2169', 'T/506/2952'] },
    { unknown: 'how many optional units are needed is not in the source' },
  ],
)

/** A unit with nothing in it but what rules of combination ask about. */
export function bareUnit(id: string, number: string | null, level: number | null, credit: number | null) {
  const unit: UnitSpecification = {
    id,
    reference: id.includes('/') ? id : null,
    number,
    title: `Invented unit ${number ?? id}`,
    level,
    credit,
    glh: null,
    simulation: { permission: null, text: null, exceptions: [] },
    evidenceRequirements: [],
    knowledgeOnly: false,
    worksheet: false,
    outcomes: [],
  }
  return unit
}

type Row = { unit: UnitSpecification; place: UnitPlace }

function row(
  id: string,
  number: string | null,
  level: number | null,
  credit: number | null,
  { group = null, theme = null }: { group?: string | null; theme?: string | null },
  mandatory: boolean,
): Row {
  return { unit: bareUnit(id, number, level, credit), place: { unit: id, group, theme, mandatory } }
}

function svqUnits(codesByLevel: Record<number, string>): Row[] {
  return Object.entries(codesByLevel).flatMap(([level, codes]) =>
    codes.split(' ').map(code => {
      const theme = themes[code[0] as keyof typeof themes] ?? null
      return row(code, code, Number(level), null, { theme }, theme === null)
    }),
  )
}

function golden(
  about: Pick<QualificationSpecification, 'title' | 'number' | 'framework' | 'level' | 'totalCredit'>,
  rows: Row[],
  rules: Rule[],
): GoldenStructure {
  const codes = [...new Set(rows.flatMap(({ place }) => place.group ?? []))]
  const qualification: QualificationSpecification = {
    ...about,
    otherNumbers: [],
    registration: { opens: null, lastRegistration: null, lastCertification: null },
    units: rows.map(({ place }) => place),
    groups: codes.map(code => ({ code, title: `Group ${code}` })),
    rules,
    ruleTexts: [],
    rulesComplete: !rules.some(rule => 'unknown' in rule),
  }
  return { qualification, units: rows.map(({ unit }) => unit) }
}
