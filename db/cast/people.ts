/** The named people of the sample centre: whom we meet in the demonstration, the tests, the pictures and the docs. */
import type { Requirement } from '#domain/competence/requirements.ts'
import type { AllocationRole, Role } from '#domain/people/roles.ts'
import { awardNumber, diplomaNumber } from './qualification.ts'

export type CastCentre = {
  key: string
  name: string
  number: string
  address: string
  /** The one centre that the demonstration is about. */
  main: boolean
}

export type CastPerson = {
  key: string
  name: string
  email: string
  roles: { centre: string; roles: Role[] }[]
  /** Employer and job, for a learner or a mentor. */
  job: string | null
  story: string
  password: string
}

/** One learner's place on one qualification, with everybody who has a hand in it. */
export type CastRegistration = {
  key: string
  centre: string
  learner: string
  qualification: string
  units: string[]
  /** Chosen because: the reason for the level and for the options (R42, R44). */
  reason: string
  funding: 'apprenticeship' | 'self-funded' | 'employer'
  /** In the loop where there is one: every tick of theirs waits for the countersigner. */
  traineeAssessor: string | null
  assessor: string
  /** The assessor who countersigns; only with a trainee. */
  countersigner: string | null
  iqa: string
  mentor: string | null
  startedDaysAgo: number
}

/** Who may judge or sample what: the facts that authority is computed from (R111, R112, R115). */
export type CastAuthority = {
  person: string
  centre: string
  qualification: string
  as: Exclude<AllocationRole, 'mentor'> | 'eqa'
  levels: number[]
  sinceDaysAgo: number
  /** A scope that ends; the months of one who works towards an award are counted by the house. */
  expiresInDays: number | null
  held: string
  /** What was seen of it, and where it is kept; null where nothing has been shown yet. */
  seen: string | null
}

export const samplePassword = 'sample-centre-2026'

export const centres: CastCentre[] = [
  {
    key: 'weir-street',
    name: 'Weir Street Skills Centre',
    number: 'LA-40417',
    address: '14 Weir Street, Tidewell TD4 2QP',
    main: true,
  },
  {
    key: 'northgate',
    name: 'Northgate Retail Academy',
    number: 'LA-40688',
    address: 'Unit 3, Northgate Arcade, Penrow PN1 8AB',
    main: false,
  },
]

function person(
  key: string,
  name: string,
  email: string,
  roles: Record<string, Role[]>,
  job: string | null,
  story: string,
): CastPerson {
  const held = Object.entries(roles).map(([centre, of]) => ({ centre, roles: of }))
  return { key, name, email, roles: held, job, story, password: samplePassword }
}

export const people: CastPerson[] = [
  person(
    'amina',
    'Amina Yusuf',
    'amina@cast.example',
    { 'weir-street': ['learner'] },
    'Service desk adviser, Lindley Homeware, Tidewell',
    'Five months in and doing well. She uploads from her phone in her break, and two of her items wait to be judged. One was returned to her this week.',
  ),
  person(
    'kofi',
    'Kofi Mensah',
    'kofi@cast.example',
    { 'weir-street': ['learner'] },
    'Front-of-house assistant, Penrow Hotel',
    'Registered nine days ago. He has written one statement and has not dared to submit it.',
  ),
  person(
    'leanne',
    'Leanne Price',
    'leanne@cast.example',
    { 'weir-street': ['learner'] },
    'Contact centre adviser, Tidewell Council',
    'Her assessor is still in training, so each of her criteria needs two names. Some of them have been waiting for the second.',
  ),
  person(
    'marek',
    'Marek Nowak',
    'marek@cast.example',
    { 'weir-street': ['learner'] },
    'Parts counter assistant, Calverley Motors',
    'Good at his job, impatient with paper. Three of his items came back with a reason: one is mended, one is being mended, one lies there.',
  ),
  person(
    'grace',
    'Grace O’Connell',
    'grace@cast.example',
    { 'weir-street': ['learner'] },
    'Senior adviser, Lindley Homeware, Tidewell',
    'Nearly there: units are signed off, one has been sampled, and a handful of criteria remain.',
  ),
  person(
    'tomos',
    'Tomos Griffiths',
    'tomos@cast.example',
    { 'weir-street': ['learner'] },
    'Customer relations assistant, Brookline Buses',
    'Takes the diploma and the award in complaints together. The same evidence serves both, and is judged for each by its own assessor.',
  ),
  person(
    'priya',
    'Priya Raman',
    'priya@cast.example',
    { 'weir-street': ['learner'] },
    'Pharmacy counter assistant, Hallam & Daughters',
    'Six weeks in. She changed her mind about one item and withdrew it before anybody had judged it.',
  ),
  person(
    'ben',
    'Ben Carter',
    'ben@cast.example',
    { 'weir-street': ['assessor'] },
    null,
    'Assessor for eleven years, and Jo’s countersigner. His morning begins with what waits longest.',
  ),
  person(
    'sunita',
    'Sunita Desai',
    'sunita@cast.example',
    { 'weir-street': ['assessor'] },
    null,
    'Assessor and former complaints manager. Her feedback is short, and Carol has said so.',
  ),
  person(
    'jo',
    'Jo Whitfield',
    'jo@cast.example',
    { 'weir-street': ['trainee-assessor'] },
    null,
    'Working towards the assessor’s award. Jo judges carefully; nothing of it counts until Ben puts his name to it.',
  ),
  person(
    'carol',
    'Carol Nwosu',
    'carol@cast.example',
    { 'weir-street': ['iqa'] },
    null,
    'Internal quality assurer. She samples Ben, Sunita and Jo, and looks hardest at what was accepted all at once.',
  ),
  person(
    'ruth',
    'Ruth Adeyemi',
    'ruth@cast.example',
    { 'weir-street': ['lead-iqa'] },
    null,
    'Lead internal quality assurer: writes the sampling strategy and checks that everybody is covered in a year.',
  ),
  person(
    'dev',
    'Dev Malhotra',
    'dev@larkfield-awards.example',
    { 'weir-street': ['eqa'] },
    null,
    'Verifies the centre for Larkfield Awards. He comes for two days and finds things by himself.',
  ),
  person(
    'helen',
    'Helen Marsh',
    'helen@lindley-homeware.example',
    { 'weir-street': ['mentor'] },
    'Service desk supervisor, Lindley Homeware, Tidewell',
    'Supervises Amina and Grace at work. She advises and testifies, and never judges.',
  ),
  person(
    'alan',
    'Alan Firth',
    'alan@weir-street.example',
    { 'weir-street': ['centre-administrator'] },
    null,
    'Runs the office: registrations, allocations, spreadsheets in and spreadsheets out.',
  ),
  person(
    'nadia',
    'Nadia Karim',
    'nadia@cast.example',
    { 'weir-street': ['assessor'], northgate: ['iqa'] },
    null,
    'Assesses at Weir Street on Tuesdays and samples at Northgate on Fridays: two centres, two roles, never mixed.',
  ),
  person(
    'oliver',
    'Oliver Bright',
    'oliver@northgate.example',
    { northgate: ['learner'] },
    'Sales assistant, Northgate Shoes',
    'The one learner of the other centre. Nobody at Weir Street may ever find him.',
  ),
  person(
    'fiona',
    'Fiona Blackwood',
    'fiona@northgate.example',
    { northgate: ['assessor'] },
    null,
    'Oliver’s assessor, of the other centre.',
  ),
  person(
    'graham',
    'Graham Tull',
    'graham@northgate.example',
    { northgate: ['centre-administrator'] },
    null,
    'Administrator of the other centre.',
  ),
]

const mandatory = ['D/299/1017', 'T/299/1024', 'L/299/1031', 'D/299/1048']

export const registrations: CastRegistration[] = [
  {
    key: 'amina-diploma',
    centre: 'weir-street',
    learner: 'amina',
    qualification: diplomaNumber,
    units: [...mandatory, 'T/299/1055', 'L/299/1062', 'T/299/1086', 'L/299/1093', 'F/299/1107'],
    reason:
      'Serves at the desk all day and is being prepared for the returns lead’s post, so complaints were preferred to chat.',
    funding: 'apprenticeship',
    traineeAssessor: null,
    assessor: 'ben',
    countersigner: null,
    iqa: 'carol',
    mentor: 'helen',
    startedDaysAgo: 152,
  },
  {
    key: 'kofi-diploma',
    centre: 'weir-street',
    learner: 'kofi',
    qualification: diplomaNumber,
    // Deliberately partial: the options are still to be agreed.
    units: [...mandatory, 'Y/299/1114'],
    reason:
      'New to the job, with sound English and number work; level 2 agreed after the initial assessment. Options follow in week four.',
    funding: 'apprenticeship',
    traineeAssessor: null,
    assessor: 'nadia',
    countersigner: null,
    iqa: 'carol',
    mentor: null,
    startedDaysAgo: 9,
  },
  {
    key: 'leanne-diploma',
    centre: 'weir-street',
    learner: 'leanne',
    qualification: diplomaNumber,
    units: [...mandatory, 'L/299/1062', 'D/299/1079', 'T/299/1086', 'L/299/1093', 'M/299/1121'],
    reason:
      'Works by telephone, e-mail and chat only and meets no customers in person, so units 6, 7 and 12 fit the job.',
    funding: 'employer',
    traineeAssessor: 'jo',
    assessor: 'ben',
    countersigner: 'ben',
    iqa: 'carol',
    mentor: null,
    startedDaysAgo: 118,
  },
  {
    key: 'marek-diploma',
    centre: 'weir-street',
    learner: 'marek',
    qualification: diplomaNumber,
    units: [...mandatory, 'T/299/1055', 'D/299/1079', 'T/299/1086', 'F/299/1107', 'L/299/1093'],
    reason: 'Counter and telephone work in equal parts; problems with parts orders come up daily.',
    funding: 'employer',
    traineeAssessor: null,
    assessor: 'sunita',
    countersigner: null,
    iqa: 'ruth',
    mentor: null,
    startedDaysAgo: 131,
  },
  {
    key: 'grace-diploma',
    centre: 'weir-street',
    learner: 'grace',
    qualification: diplomaNumber,
    units: [...mandatory, 'T/299/1055', 'L/299/1062', 'T/299/1086', 'L/299/1093', 'F/299/1107'],
    reason:
      'Six years’ experience at the desk; level 2 chosen because she does not supervise. Complaints added at her own wish.',
    funding: 'employer',
    traineeAssessor: null,
    assessor: 'ben',
    countersigner: null,
    iqa: 'carol',
    mentor: 'helen',
    startedDaysAgo: 154,
  },
  {
    key: 'tomos-diploma',
    centre: 'weir-street',
    learner: 'tomos',
    qualification: diplomaNumber,
    units: [...mandatory, 'L/299/1062', 'D/299/1079', 'T/299/1086', 'L/299/1093', 'M/299/1121'],
    reason: 'Answers passengers by letter, e-mail and telephone; the award’s two units stand in the diploma too.',
    funding: 'employer',
    traineeAssessor: null,
    assessor: 'sunita',
    countersigner: null,
    iqa: 'carol',
    mentor: null,
    startedDaysAgo: 104,
  },
  {
    key: 'tomos-award',
    centre: 'weir-street',
    learner: 'tomos',
    qualification: awardNumber,
    units: ['L/299/1062', 'L/299/1093', 'F/299/1138'],
    reason: 'Complaints are the whole of the job, and the employer asks for the award within the year.',
    funding: 'employer',
    traineeAssessor: null,
    assessor: 'ben',
    countersigner: null,
    iqa: 'carol',
    mentor: null,
    startedDaysAgo: 76,
  },
  {
    key: 'priya-diploma',
    centre: 'weir-street',
    learner: 'priya',
    qualification: diplomaNumber,
    units: [...mandatory, 'T/299/1055', 'D/299/1079', 'T/299/1086', 'L/299/1093', 'M/299/1121'],
    reason: 'Counter work with much explaining; the pharmacy opens a chat service in the spring.',
    funding: 'self-funded',
    traineeAssessor: null,
    assessor: 'nadia',
    countersigner: null,
    iqa: 'ruth',
    mentor: null,
    startedDaysAgo: 43,
  },
  {
    key: 'oliver-diploma',
    centre: 'northgate',
    learner: 'oliver',
    qualification: diplomaNumber,
    units: [...mandatory, 'T/299/1055', 'L/299/1062', 'T/299/1086', 'L/299/1093', 'F/299/1107'],
    reason: 'Shop floor and after-sales work; options agreed with the store manager.',
    funding: 'apprenticeship',
    traineeAssessor: null,
    assessor: 'fiona',
    countersigner: null,
    iqa: 'nadia',
    mentor: null,
    startedDaysAgo: 60,
  },
]

const both = [diplomaNumber, awardNumber]

function holds(
  who: string,
  as: CastAuthority['as'],
  held: string,
  sinceDaysAgo: number,
  rest: { centre?: string; qualifications?: string[]; expiresInDays?: number; seen?: string | null } = {},
): CastAuthority[] {
  return (rest.qualifications ?? both).map(qualification => ({
    person: who,
    centre: rest.centre ?? 'weir-street',
    qualification,
    as,
    levels: [2, 3],
    sinceDaysAgo,
    expiresInDays: rest.expiresInDays ?? null,
    held,
    seen: rest.seen === undefined ? 'Certificate seen; copy in the personnel file' : rest.seen,
  }))
}

export const authorities: CastAuthority[] = [
  ...holds('ben', 'assessor', 'Level 3 Certificate in Assessing Vocational Achievement', 900),
  ...holds('ben', 'countersigner', 'Level 3 Certificate in Assessing Vocational Achievement', 400),
  // Declared when she came; nobody has seen the certificate.
  ...holds('sunita', 'assessor', 'A1, with CPD to the present standard', 700, { seen: null }),
  // Lent by Northgate for a year that is nearly over.
  ...holds('nadia', 'assessor', 'Level 3 Certificate in Assessing Vocational Achievement', 365, { expiresInDays: 24 }),
  // Eighteen months from starting, of which some are gone (R112).
  ...holds('jo', 'trainee-assessor', 'Level 3 Certificate in Assessing Vocational Achievement', 190, {
    qualifications: [diplomaNumber],
    seen: 'Registration letter of the training centre seen; copy in the personnel file',
  }),
  ...holds('carol', 'iqa', 'V1, with CPD to the present standard', 800),
  ...holds('ruth', 'iqa', 'Level 4 Certificate in Leading Internal Quality Assurance', 1200),
  ...holds('dev', 'eqa', 'Level 4 Award in External Quality Assurance', 600),
  ...holds('fiona', 'assessor', 'Level 3 Award in Assessing Competence in the Work Environment', 500, {
    centre: 'northgate',
    qualifications: [diplomaNumber],
  }),
  ...holds('nadia', 'iqa', 'Level 4 Award in Internal Quality Assurance', 300, {
    centre: 'northgate',
    qualifications: [diplomaNumber],
  }),
]

/** What shows that somebody is competent, for a level, requirement by requirement (R111). */
export type CastEvidence = {
  person: string
  as: 'assessor' | 'iqa'
  levels: number[]
  requirement: Requirement
  text: string
  reference: string | null
  daysAgo: number
}

/** An entry of somebody's own CPD log (R113). */
export type CastCpd = { person: string; daysAgo: number; hours: number; activity: string; learned: string }

const shows = (
  who: string,
  as: CastEvidence['as'],
  daysAgo: number,
  lines: Partial<Record<Requirement, string>>,
): CastEvidence[] =>
  Object.entries(lines).map(([requirement, text]) => ({
    ...{ person: who, as, levels: [2, 3], requirement: requirement as Requirement, text },
    ...{ reference: `Personnel file of ${who.replace(/^./, first => first.toUpperCase())}`, daysAgo },
  }))

export const competenceEvidence: CastEvidence[] = [
  ...shows('ben', 'assessor', 180, {
    standards: 'Led the standardisation meetings on the mandatory units',
    'vq-practice': 'Takes part in the briefings of Larkfield Awards, twice a year',
    'sector-practice': 'Spends two days a year at a customers’ desk; reads the trade press',
    'assessment-process': 'Eleven years of assessing, last sampled without an action',
    'credible-experience': 'Seven years at a service desk, four of them as its leader; CV and two references',
    communication: 'Learners’ feedback, collected each summer',
  }),
  ...shows('carol', 'iqa', 175, {
    standards: 'Wrote the centre’s guidance on the mandatory units',
    'assessment-process': 'Six years of internal quality assurance; EQA’s reports',
    communication: 'Assessors’ feedback, collected each spring',
  }),
  ...shows('jo', 'assessor', 160, {
    'credible-experience': 'Nine years in a contact centre; CV and one reference',
    communication: 'Observed by Carol with two learners',
  }),
]

export const cpdEntries: CastCpd[] = [
  {
    ...{
      person: 'ben',
      daysAgo: 64,
      hours: 3,
      activity: 'Standardisation: what is enough for a criterion in the plural',
    },
    learned: 'Three of us would have taken one example. We agreed to ask for two, from different days.',
  },
  {
    ...{ person: 'ben', daysAgo: 21, hours: 6, activity: 'A day at the service desk of Lindley Homeware' },
    learned: 'Returns are booked on a tablet now, so the paper form that I used to ask for is no longer there to show.',
  },
  {
    ...{ person: 'carol', daysAgo: 48, hours: 2, activity: 'Webinar of Larkfield Awards on sampling by risk' },
    learned: 'Sample more of what was accepted all at once, and of a new assessor’s first judgements.',
  },
  {
    ...{ person: 'jo', daysAgo: 12, hours: 4, activity: 'Second workshop for the assessor’s certificate' },
    learned: 'Feedback names the evidence and the next step. Mine said “well done” too often.',
  },
]
