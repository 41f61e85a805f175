import { describe, expect, it } from 'vitest'
import type { Specification } from '#domain/qualifications/specification.ts'
import { readSpecification } from './read-specification.ts'

// Every document here is invented: shapes that awarding organisations' documents come in, with wording of our own.

function read(text: string): Specification {
  const reading = readSpecification(text, { name: 'invented.txt', sha256: '' })
  if ('refusal' in reading) throw new Error(reading.refusal)
  return reading.specification
}

/** A unit in short: its head, then each outcome with its criteria. */
function inShort({ units }: Specification) {
  return units.map(({ id, title, level, credit, glh, outcomes }) => ({
    unit: [id, title, level, credit, glh],
    outcomes: outcomes.map(outcome => [
      `${outcome.number} ${outcome.title}`,
      ...outcome.criteria.map(criterion => `${criterion.number} ${criterion.text}`),
    ]),
  }))
}

describe('the shapes documents come in', () => {
  it('labels and values on lines of their own, criteria wrapped, prose between outcomes [R22]', () => {
    const text = `Brightwater Awards
Level 2 Certificate in Tidal Gardening
Qualification number: 603/1234/5

Unit 201
Plant the shoreline

UAN:
A/615/2001
Level:
2
Credit value:
5
GLH:
32

Unit aim
This unit is about planting. The learner will gain skills.

Learning outcome
The learner will:
1. understand shoreline plants

Assessment criteria
The learner can:
1.1 describe three salt-tolerant plants
1.2 identify tools used for
planting in wet sand

Range
(1.1) Plants: samphire, sea kale
1.2 and 1.1 may be assessed together.

Learning outcome
The learner will:
2. be able to plant a shoreline bed

Assessment criteria
The learner can:
2.1 prepare a bed above the tide line

Page 3 of 12`
    const specification = read(text)
    expect(inShort(specification)).toEqual([
      {
        unit: ['A/615/2001', 'Plant the shoreline', 2, 5, 32],
        outcomes: [
          [
            '1 understand shoreline plants',
            '1.1 describe three salt-tolerant plants',
            '1.2 identify tools used for planting in wet sand',
          ],
          ['2 be able to plant a shoreline bed', '2.1 prepare a bed above the tide line'],
        ],
      },
    ])
    expect(specification.qualifications).toMatchObject([
      { title: 'Level 2 Certificate in Tidal Gardening', number: '603/1234/5', level: 2 },
    ])
  })

  it('a table flattened into lines, units told apart by their labels alone [R15, R22]', () => {
    const text = `Orchard Lane Institute
Level 3 Diploma in Kite Repair (RQF)
Qualification Accreditation Number 601/9999/1

Unit reference
Unit title
Level
Credit
GLH

K/617/0001
Mend a torn sail
3
6
40

M/617/0002
Understand wind safety
3
3
24

To achieve this qualification learners must complete a minimum of 9 credits.

Unit title:
Mend a torn sail
Unit reference number:
K/617/0001

Learning outcomes
The learner will:
Assessment criteria
The learner can:

1
Be able to mend a tear

1.1
Select a thread

1.2
Sew the tear shut

Assessor signature:
Date:

Unit title:
Understand wind safety
Unit reference number:
M/617/0002

Learning outcomes
Assessment criteria

1
Understand wind limits

1.1
Explain the limits`
    const specification = read(text)
    expect(inShort(specification)).toEqual([
      {
        unit: ['K/617/0001', 'Mend a torn sail', 3, 6, 40],
        outcomes: [['1 Be able to mend a tear', '1.1 Select a thread', '1.2 Sew the tear shut']],
      },
      {
        unit: ['M/617/0002', 'Understand wind safety', 3, 3, 24],
        outcomes: [['1 Understand wind limits', '1.1 Explain the limits']],
      },
    ])
    expect(specification.qualifications[0]).toMatchObject({ framework: 'RQF', rules: [{ credits: { min: 9 } }] })
  })

  it('numbers glued to their words, several criteria on a line [R22]', () => {
    const text = `Award in Bell Ringing at Level 1
URN: D/618/4401
Unit 1Ring a single bell
Level1Credit value2
GLH10
LO1Know the parts of a bell
1.1Name the main parts of a bell
LO2Be able to ring a bell
2.1Ring a bell at an even pace 2.2Stop a bell safely
2.3Follow the caller, see 2.1 and 2.2`
    expect(inShort(read(text))).toEqual([
      {
        unit: ['D/618/4401', 'Ring a single bell', 1, 2, 10],
        outcomes: [
          ['1 Know the parts of a bell', '1.1 Name the main parts of a bell'],
          [
            '2 Be able to ring a bell',
            '2.1 Ring a bell at an even pace',
            '2.2 Stop a bell safely',
            '2.3 Follow the caller, see 2.1 and 2.2',
          ],
        ],
      },
    ])
  })

  it('HTML and Markdown, with tags inside words and whole tables on a line [R22]', () => {
    const text = `# Level 2 Award in <strong>Lantern</strong> Making

<h2>Unit 3: <strong>M</strong>ake a paper <em>lant</em>ern</h2>

| Unit number | L/619/7001 |
|---|---|
| Level | 2 |
| Credit | 3 |

<table><tr><th>Learning outcomes</th><th>Assessment criteria</th></tr><tr><td><p>1. <strong>Und</strong>erstand paper</p></td><td><p>1.1 Com<strong>pare</strong> two papers</p><p>1.2 Explain how paper burns &amp; how to slow it</p></td></tr><tr><td>2. Be able to make a lantern</td><td>2.1 **F**old the paper<br/>2.2 Fit the holder</td></tr></table>`
    expect(inShort(read(text))).toEqual([
      {
        unit: ['L/619/7001', 'Make a paper lantern', 2, 3, null],
        outcomes: [
          ['1 Understand paper', '1.1 Compare two papers', '1.2 Explain how paper burns & how to slow it'],
          ['2 Be able to make a lantern', '2.1 Fold the paper', '2.2 Fit the holder'],
        ],
      },
    ])
  })

  it('criteria as numbered lists among other numbered lists [R22]', () => {
    const text = `Unit 5: Keep bees calm
Unit reference: J/620/1111
Level 2   Credit value 4   GLH 30

Learning outcome 1
Understand how bees behave

Assessment criteria
1. Describe the signs of a calm colony
2. Explain what makes bees angry

Guidance for tutors
1. Bring a veil for every learner.
2. Visit in dry weather.

Learning outcome 2
Be able to calm bees

Assessment criteria
1. Light a smoker

Resources
1. A smoker
2. Dry hessian`
    const specification = read(text)
    expect(inShort(specification)).toEqual([
      {
        unit: ['J/620/1111', 'Keep bees calm', 2, 4, 30],
        outcomes: [
          [
            '1 Understand how bees behave',
            '1.1 Describe the signs of a calm colony',
            '1.2 Explain what makes bees angry',
          ],
          ['2 Be able to calm bees', '2.1 Light a smoker'],
        ],
      },
    ])
    expect(specification.report).toContainEqual(expect.objectContaining({ code: 'numbered-by-position' }))
  })

  it('a grid of pass, merit and distinction [R22]', () => {
    const text = `Unit 12: Running a Puppet Theatre
Level: 3
Guided learning hours: 60

Learning aim A: Explore puppet traditions
Pass\tMerit\tDistinction
P1 Describe two puppet traditions.\tM1 Compare two puppet traditions.\tD1 Evaluate the influence of a tradition.
P2 Explain how puppets are moved.
Learning aim B: Stage a puppet play
P3 Plan a play for an audience.\tM2 Justify choices made in the plan.\tD2 Analyse the success of the play.`
    expect(inShort(read(text))).toEqual([
      {
        unit: ['12', 'Running a Puppet Theatre', 3, null, 60],
        outcomes: [
          [
            'A Explore puppet traditions',
            'P1 Describe two puppet traditions.',
            'P2 Explain how puppets are moved.',
            'M1 Compare two puppet traditions.',
            'D1 Evaluate the influence of a tradition.',
          ],
          [
            'B Stage a puppet play',
            'P3 Plan a play for an audience.',
            'M2 Justify choices made in the plan.',
            'D2 Analyse the success of the play.',
          ],
        ],
      },
    ])
  })

  it('criteria as bullets under each outcome [R22]', () => {
    const text = `Module 4 – Bake plain bread
Credit value: 3
Level: 1

Learning outcomes
The learner will:
1. Know the ingredients of bread
The learner can:
• name four ingredients
• state what yeast does

2. Be able to bake a loaf
The learner can:
• weigh the ingredients`
    expect(inShort(read(text))[0]?.outcomes).toEqual([
      ['1 Know the ingredients of bread', '1.1 name four ingredients', '1.2 state what yeast does'],
      ['2 Be able to bake a loaf', '2.1 weigh the ingredients'],
    ])
  })

  it('a standard of performance criteria and knowledge without outcomes [R17, R28]', () => {
    const text = `Unit CFAXYZ1: Greet visitors

Performance criteria
You must be able to:
1. greet visitors by name
2. tell the host that the visitor
has arrived

Knowledge and understanding
You need to know and understand:
1. why visitors are recorded`
    const [unit] = read(text).units
    expect(unit?.outcomes.map(({ kind, criteria }) => [kind, ...criteria.map(c => `${c.number} ${c.kind}`)])).toEqual([
      ['element', 'P1 performance', 'P2 performance'],
      ['knowledge', 'K1 knowledge'],
    ])
  })

  it('lettered performance criteria under each outcome [R22]', () => {
    const text = `UNIT Darning Socks (SCQF level 5)
Unit code: H4RT 04
Outcome 1
Select wool for a sock.
Performance Criteria
(a) Match the colour of the wool.
(b) Match its thickness.

Outcome 2
Darn a hole.
Performance Criteria
(a) Stretch the sock.

Evidence requirements for this unit
Learners must darn at least two socks.`
    const specification = read(text)
    expect(inShort(specification)).toEqual([
      {
        unit: ['H4RT04', 'Darning Socks', 5, null, null],
        outcomes: [
          ['1 Select wool for a sock.', '1a Match the colour of the wool.', '1b Match its thickness.'],
          ['2 Darn a hole.', '2a Stretch the sock.'],
        ],
      },
    ])
    expect(specification.units[0]?.evidenceRequirements).toMatchObject([
      { text: 'Learners must darn at least two socks.' },
    ])
  })

  it('two qualifications that share a unit, each with its own groups and rules [R21, R43]', () => {
    const text = `Harbour Awards Level 2 Certificate in Net Making
Qualification number 600/1000/7
Harbour Awards Level 3 Diploma in Net Making
Qualification number 600/2000/3

Structure of the Level 2 Certificate in Net Making
Learners must achieve 10 credits: 6 credits from the mandatory units and a minimum of 4 credits from the optional units.
Mandatory units
URN\tUnit title\tLevel\tCredit\tGLH
A/500/1001\tTie knots\t2\t6\t20
Optional units
L/500/1004\tSell nets\t2\t4\t28

Structure of the Level 3 Diploma in Net Making
Learners must complete all mandatory units and at least two optional units. No more than one unit may be at Level 2.
Mandatory units
URN\tUnit title\tLevel\tCredit\tGLH
R/500/1005\tDesign a net\t3\t8\t60
Optional units
L/500/1004\tSell nets\t2\t4\t28
Y/500/1006\tRepair large nets\t3\t6\t44`
    const { qualifications, units } = read(text)
    expect(units.map(unit => [unit.id, unit.level, unit.credit, unit.glh])).toContainEqual(['L/500/1004', 2, 4, 28])
    expect(units).toHaveLength(4)
    expect(qualifications).toMatchObject([
      {
        number: '600/1000/7',
        level: 2,
        units: [
          { unit: 'A/500/1001', mandatory: true },
          { unit: 'L/500/1004', mandatory: false },
        ],
        rules: [
          { require: ['A/500/1001'] },
          { credits: { min: 10 } },
          { credits: { of: { mandatory: true }, min: 6 } },
          { credits: { of: { optional: true }, min: 4 } },
        ],
        rulesComplete: true,
      },
      {
        number: '600/2000/3',
        level: 3,
        rules: [
          { require: ['R/500/1005'] },
          { count: { of: { optional: true }, min: 2 } },
          { count: { of: { optional: true, level: [2] }, max: 1 } },
        ],
      },
    ])
  })

  it('a list of units without rules leaves the rule unknown [R41]', () => {
    const text = `Level 2 Award in Signals
601/3544/X
Mandatory units
A/506/2130 Wave one flag 2 5 30
Optional units
F/506/2131 Wave two flags 2 2 18`
    const [qualification] = read(text).qualifications
    expect(qualification).toMatchObject({
      rules: [{ require: ['A/506/2130'] }, { unknown: expect.any(String) }],
      rulesComplete: false,
    })
  })
})
