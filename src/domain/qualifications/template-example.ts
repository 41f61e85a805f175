/** What the template is handed out with, so that nobody has to guess how its rows go; the words are invented. */
import {
  type Criterion,
  type Outcome,
  type Specification,
  specificationFormat,
  type UnitSpecification,
} from './specification.ts'

const criterion = (number: string, kind: Criterion['kind'], text: string, parts: string[] = []): Criterion => ({
  ...{ number, kind, text, verb: null, plural: false },
  parts: parts.map((part, at) => ({ code: 'abc'.charAt(at), text: part })),
})

const outcome = (number: string, title: string, criteria: Criterion[]): Outcome => ({
  ...{ number, kind: 'learning-outcome', title, criteria },
})

const unit = (said: Pick<UnitSpecification, 'reference' | 'number' | 'title' | 'credit' | 'glh' | 'outcomes'>) => ({
  ...said,
  id: said.reference ?? said.title,
  level: 2,
  simulation: { permission: null, text: null, exceptions: [] },
  evidenceRequirements: [],
  knowledgeOnly: false,
  worksheet: false,
})

/** One small qualification with two units; a spreadsheet is opened at it and its rows are written over. */
export const templateExample: Specification = {
  format: specificationFormat,
  source: {
    ...{ name: 'example', sha256: '', awardingOrganisation: 'Larkfield Awards' },
    ...{ documentTitle: null, documentVersion: null },
  },
  qualifications: [
    {
      ...{ title: 'Level 2 Award in Answering the Telephone', number: '610/9958/2', otherNumbers: [] },
      ...{ framework: 'RQF', level: 2, totalCredit: 5 },
      registration: { opens: null, lastRegistration: null, lastCertification: null },
      units: [
        { unit: 'A/298/0011', group: 'A', theme: null, mandatory: true },
        { unit: 'F/298/0012', group: 'B', theme: null, mandatory: false },
      ],
      groups: [
        { code: 'A', title: 'Mandatory units' },
        { code: 'B', title: 'Optional units' },
      ],
      rules: [],
      ruleTexts: ['Learners must achieve at least 5 credits.'],
      rulesComplete: false,
    },
  ],
  units: [
    unit({
      ...{ reference: 'A/298/0011', number: '1', title: 'Answer calls', credit: 3, glh: 20 },
      outcomes: [
        outcome('1', 'Understand what a caller expects', [
          criterion('1.1', 'knowledge', 'Explain why a call is answered promptly'),
          criterion('1.2', 'knowledge', 'Describe how to find out:', ['who is calling', 'what the caller needs']),
        ]),
        outcome('2', 'Be able to answer a call', [
          criterion('2.1', 'performance', 'Greet the caller by the organisation’s rules'),
        ]),
      ],
    }),
    unit({
      ...{ reference: 'F/298/0012', number: '2', title: 'Take messages', credit: 2, glh: 12 },
      outcomes: [
        outcome('1', 'Be able to pass a message on', [
          criterion('1.1', 'performance', 'Write down who rang, when and why'),
        ]),
      ],
    }),
  ],
  report: [],
}
