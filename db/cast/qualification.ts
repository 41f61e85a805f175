/**
 * The qualifications of the sample centre, written for it: no awarding organisation's wording stands here.
 *
 * "Larkfield Awards", its numbers and its units are invented. Unit numbers keep to 299/…, below every number ever issued,
 * and carry the check letters that the importer knows.
 */
import type {
  Criterion,
  CriterionKind,
  EvidenceRequirement,
  LetteredPart,
  Outcome,
  Simulation,
  Specification,
  UnitSpecification,
} from '#domain/qualifications/specification.ts'

export const diplomaNumber = '610/9917/X'
export const awardNumber = '610/9941/7'

/** A criterion is its text; where it has parts, or asks for more than one example, it says so. */
type Asked = string | { text: string; plural?: boolean; parts?: string[]; verb?: string }

const lettered = (texts: string[]): LetteredPart[] =>
  texts.map((text, index) => ({ code: String.fromCharCode(97 + index), text }))

function criterion(asked: Asked, number: string, kind: CriterionKind): Criterion {
  const given = typeof asked === 'string' ? { text: asked } : asked
  return {
    number,
    kind,
    verb: given.verb ?? given.text.split(' ')[0]?.toLowerCase() ?? null,
    plural: given.plural ?? false,
    text: given.text,
    parts: lettered(given.parts ?? []),
  }
}

/** "Understand …" asks for knowledge and "Be able to …" for performance (R28); numbers follow the order given. */
function outcomes(...given: [title: string, asked: Asked[]][]): Outcome[] {
  return given.map(([title, asked], index) => ({
    number: `${index + 1}`,
    kind: 'learning-outcome',
    title,
    criteria: asked.map((one, at) =>
      criterion(one, `${index + 1}.${at + 1}`, title.startsWith('Understand') ? 'knowledge' : 'performance'),
    ),
  }))
}

const must = (number: string, text: string, items: string[] = [], atLeast?: number): EvidenceRequirement => ({
  number,
  text,
  kind: 'must',
  quantifier: atLeast === undefined ? 'all' : 'at-least',
  atLeast: atLeast ?? null,
  items: lettered(items),
})

const may = (number: string, text: string): EvidenceRequirement => ({ ...must(number, text), kind: 'may' })

const notSimulated: Simulation = {
  permission: 'not-allowed',
  text: 'Simulation is not accepted for any part of this unit.',
  exceptions: [],
}

function unit(
  reference: string,
  number: string,
  title: string,
  size: { level: number; credit: number; glh: number },
  rest: Pick<UnitSpecification, 'outcomes'> & Partial<UnitSpecification>,
): UnitSpecification {
  return {
    id: reference,
    reference,
    number,
    title,
    ...size,
    simulation: notSimulated,
    evidenceRequirements: [],
    knowledgeOnly: false,
    worksheet: false,
    ...rest,
  }
}

const serve = unit(
  'D/299/1017',
  '1',
  'Serve customers from first contact to follow-up',
  { level: 2, credit: 6, glh: 38 },
  {
    evidenceRequirements: [
      must('1', 'Evidence must come from the learner’s ordinary work with real customers, on different days.'),
      must(
        '2',
        'Evidence must include customers served in at least two of these situations:',
        ['at a busy time', 'at a quiet time', 'when stock, systems or colleagues have let the learner down'],
        2,
      ),
      may('3', 'Customers may be inside or outside the organisation.'),
    ],
    outcomes: outcomes(
      [
        'Understand what good service looks like in own workplace',
        [
          'Explain what a customer can fairly expect the first time they get in touch',
          'Describe the products or services that own team provides',
          'Explain how own manner affects what a customer thinks of the whole organisation',
          'Describe where own authority to agree to a request begins and ends',
          'Explain when it is right to bring in a colleague or a manager',
          { text: 'Describe ways of finding out whether a customer went away satisfied', plural: true },
        ],
      ],
      [
        'Be able to get ready to serve customers',
        [
          'Check that the equipment, stock and information needed for the shift are in place',
          'Find out about current offers, delays and changes before the shift begins',
          'Keep own appearance and own work area to the standard the organisation sets',
        ],
      ],
      [
        'Be able to serve customers',
        [
          'Greet customers promptly and in a way that suits the moment',
          'Ask questions that bring out what the customer needs',
          {
            text: 'Give customers accurate information about:',
            parts: ['what is available', 'what it costs', 'how long it will take'],
          },
          'Adapt own pace, wording or method of contact to the person being served',
          'Carry out what was agreed without going beyond own authority',
          'Tell customers about a delay before they have to ask',
          'Keep customers’ personal details private throughout',
        ],
      ],
      [
        'Be able to finish the job and follow it up',
        [
          'Check with the customer that nothing is left undone',
          'Record the contact so that a colleague could pick it up',
          'Keep promises to customers by the time that was given',
          { text: 'Suggest improvements to the service that come from what customers have said', plural: true },
        ],
      ],
    ),
  },
)

const understand = unit(
  'T/299/1024',
  '2',
  'Customers and what they expect',
  { level: 2, credit: 3, glh: 22 },
  {
    knowledgeOnly: true,
    worksheet: true,
    simulation: {
      permission: null,
      text: 'This unit tests knowledge only, so the question of simulation does not arise.',
      exceptions: [],
    },
    evidenceRequirements: [
      must('1', 'The learner must answer every question of the worksheet for this unit, in writing or aloud.'),
    ],
    outcomes: outcomes(
      [
        'Understand who customers are',
        [
          'Explain the difference between a customer outside the organisation and a colleague who relies on own work',
          { text: 'Describe groups of customers whose needs differ from one another', plural: true },
          'Explain how upbringing, belief or language can change what a person expects of service',
          'Describe the signs that a customer is becoming unhappy',
        ],
      ],
      [
        'Understand why customers stay and why they leave',
        [
          'Explain what makes a customer come back',
          'Explain what losing a customer costs an organisation',
          'Describe how an organisation’s good name is built up and how it can be damaged',
          'Explain how reviews and word of mouth influence other customers',
        ],
      ],
      [
        'Understand the rules that protect customers',
        [
          'Describe the main rights a buyer has when goods or services are not as promised',
          'Explain what the law asks of anyone who handles personal information',
          'Explain what treating customers fairly means for a person with a disability',
          'Describe where an employee can look up the rules that apply to own job',
        ],
      ],
    ),
  },
)

const team = unit(
  'L/299/1031',
  '3',
  'Work well within a customer service team',
  { level: 2, credit: 4, glh: 24 },
  {
    simulation: {
      permission: 'exceptions',
      text: 'Simulation is not accepted, except for criterion 3.3 where no disagreement has arisen in the ordinary course of work.',
      exceptions: [
        {
          criterion: '3.3',
          condition: 'no disagreement arose naturally, and the assessor has recorded that this is so',
        },
      ],
    },
    evidenceRequirements: [
      must('1', 'At least one colleague who works with the learner must confirm the evidence for outcome 2.'),
    ],
    outcomes: outcomes(
      [
        'Understand how own team serves the organisation',
        [
          'Describe the purpose of the organisation and where own team fits into it',
          'Explain how own work depends on other people’s, and theirs on own',
          'Explain why agreed ways of working matter to customers',
          'Describe what own team’s targets are and how they are measured',
        ],
      ],
      [
        'Be able to support colleagues',
        [
          'Pass on information that colleagues need, in time for it to be of use',
          'Offer help when a colleague is under pressure',
          'Ask for help before a customer is affected',
          'Hand over unfinished work so that the customer need not explain again',
          'Do what was promised to colleagues, or say early that it cannot be done',
        ],
      ],
      [
        'Be able to help the team to improve',
        [
          'Take part in team meetings or briefings',
          'Give colleagues comments that are honest and considerate',
          'Deal with a disagreement at work without letting customers notice',
          'Put an agreed change into practice',
        ],
      ],
    ),
  },
)

const improve = unit(
  'D/299/1048',
  '4',
  'Plan and improve own work',
  { level: 2, credit: 4, glh: 20 },
  {
    evidenceRequirements: [
      must(
        '1',
        'The plan must have been agreed with one of these people before the work on it began:',
        [
          'the learner’s line manager',
          'the learner’s assessor',
          'another person who is responsible for the learner’s training',
        ],
        1,
      ),
      must('2', 'Progress against the plan must be shown over at least eight weeks.'),
    ],
    outcomes: outcomes(
      [
        'Understand what is expected in own job',
        [
          'Describe the duties of own job and the standards set for them',
          'Explain how own working hours are planned around the needs of customers',
          'Explain what own contract and handbook say about behaviour at work',
          'Describe who gives support when own work becomes too much',
        ],
      ],
      [
        'Be able to organise own work',
        [
          'Put tasks into order of urgency and importance',
          'Use a list, calendar or system to keep track of what is due',
          'Meet deadlines, or agree new ones before they have passed',
          'Leave time for customers when planning other tasks',
        ],
      ],
      [
        'Be able to develop own skills',
        [
          {
            text: 'Identify own strengths and where own work could be better',
            parts: ['strengths', 'areas to develop'],
          },
          'Agree a development plan that says what will be done and by when',
          'Carry out the plan and record the progress made',
          'Ask for comments on own work and use them to improve it',
        ],
      ],
    ),
  },
)

const faceToFace = unit(
  'T/299/1055',
  '5',
  'Help customers in person',
  { level: 2, credit: 4, glh: 26 },
  {
    evidenceRequirements: [
      must('1', 'The assessor must observe the learner at least once.'),
      must('2', 'The learner must be shown dealing with all of these:', [
        'a customer who knows what they want',
        'a customer who is undecided',
        'a customer who finds it hard to follow what is said',
      ]),
    ],
    outcomes: outcomes(
      [
        'Understand how people communicate in person',
        [
          'Explain how posture, expression and tone can support or contradict what is said',
          'Explain how listening well saves time for both sides',
          'Describe how noise, distance or a queue can get in the way of a conversation',
          'Explain why technical words and abbreviations can shut customers out',
        ],
      ],
      [
        'Be able to hold a conversation with a customer',
        [
          'Make contact at the right moment, without hurrying or ignoring the customer',
          'Use words that the customer is likely to understand',
          'Listen without interrupting and show that the message has been heard',
          'Repeat the main points back to check that both sides mean the same',
          { text: 'Use aids such as leaflets, displays or a screen to make a point clear', plural: true },
        ],
      ],
      [
        'Be able to deal with more than one demand at once',
        [
          'Acknowledge people who are waiting while serving another customer',
          'Explain to customers why they have to wait and for about how long',
          'Stay courteous when the customer is not',
          'End the conversation so that the customer knows what happens next',
        ],
      ],
    ),
  },
)

const write = unit(
  'L/299/1062',
  '6',
  'Write to customers',
  { level: 2, credit: 3, glh: 18 },
  {
    evidenceRequirements: [
      must('1', 'Evidence must show messages that were really sent, to at least three different customers.'),
      must('2', 'Evidence must cover at least two of these:', ['e-mail', 'letter', 'web form or message'], 2),
    ],
    outcomes: outcomes(
      [
        'Understand what makes writing work',
        [
          'Explain when writing is a better choice than speaking, and when it is worse',
          'Describe the house style that own organisation uses',
          'Explain why a written promise binds the organisation',
          'Explain what must never be put in writing to a customer',
        ],
      ],
      [
        'Be able to prepare a reply',
        [
          'Work out from the customer’s message what they are asking, including what lies between the lines',
          'Gather the facts from records or colleagues before replying',
          'Choose the form of reply that suits the customer and the subject',
        ],
      ],
      [
        'Be able to write the reply',
        [
          'Answer every question that the customer asked',
          'Set the reply out in a clear order with a plain opening and a plain close',
          'Use spelling, grammar and tone that do the organisation credit',
          'Check names, dates, sums and attachments before sending',
          'Send and file the reply within the time that the organisation allows',
        ],
      ],
    ),
  },
)

const telephone = unit(
  'D/299/1079',
  '7',
  'Help customers by telephone',
  { level: 2, credit: 3, glh: 20 },
  {
    simulation: {
      permission: 'exceptions',
      text: 'Simulation is not accepted, except for criterion 2.9 where no abusive caller has rung during the time of assessment.',
      exceptions: [{ criterion: '2.9', condition: 'no abusive call was received in the time of assessment' }],
    },
    evidenceRequirements: [
      must('1', 'Evidence must cover calls that the learner receives and calls that the learner makes.', [
        'calls received',
        'calls made',
      ]),
      may('2', 'Recordings may be used where callers have been told that the call is recorded.'),
    ],
    outcomes: outcomes(
      [
        'Understand telephone work',
        [
          'Describe the telephone equipment in own workplace and what each function is for',
          'Explain how tone of voice makes up for not being seen',
          'Explain how to check that a caller is the person they say they are',
          'Describe what to do when the telephone system fails',
        ],
      ],
      [
        'Be able to handle a call',
        [
          'Answer within the time that the organisation sets',
          'Give the greeting that the organisation uses',
          'Confirm who is calling before discussing an account or an order',
          'Find out the reason for the call',
          'Keep the caller informed while looking things up',
          'Put a call on hold or transfer it without losing the caller',
          'Give information that is correct and complete',
          'Take a message with everything needed to act on it',
          'Deal with an abusive caller in line with the organisation’s rules',
          'Sum up what was agreed before the call ends',
        ],
      ],
      [
        'Be able to complete the work after a call',
        ['Record the call on the organisation’s system', 'Carry out or pass on the action that was promised'],
      ],
    ),
  },
)

const problems = unit(
  'T/299/1086',
  '8',
  'Put customer problems right',
  { level: 2, credit: 5, glh: 30 },
  {
    evidenceRequirements: [
      must('1', 'Evidence must show at least three problems, each with a different customer.'),
      must(
        '2',
        'The problems must have at least two of these causes:',
        [
          'a fault in goods or services',
          'a mistake by a colleague or a system',
          'a misunderstanding with the customer',
        ],
        2,
      ),
    ],
    outcomes: outcomes(
      [
        'Understand problems and their causes',
        [
          { text: 'Describe problems that come up regularly in own workplace', plural: true },
          'Explain how a small problem grows when nobody takes charge of it',
          'Describe what own organisation can offer to put a problem right',
          'Explain the difference between apologising and accepting blame',
        ],
      ],
      [
        'Be able to find out what went wrong',
        [
          'Let the customer tell the whole story before offering an answer',
          'Establish the facts from records, goods or colleagues',
          'Agree with the customer what the problem is',
          'Decide whether the problem can be solved within own authority',
        ],
      ],
      [
        'Be able to put the problem right',
        [
          { text: 'Offer the customer choices and say what each would involve', plural: true },
          'Agree an answer that is fair to the customer and to the organisation',
          'Take the agreed action, or see that somebody else does',
          'Keep the customer up to date until the matter is closed',
          'Check afterwards that the customer is content with the result',
        ],
      ],
      [
        'Be able to prevent the problem from coming back',
        ['Report the cause to the person who can remove it', 'Record the problem so that a pattern could be seen'],
      ],
    ),
  },
)

const complaints = unit(
  'L/299/1093',
  '9',
  'Investigate and answer complaints',
  { level: 3, credit: 5, glh: 28 },
  {
    evidenceRequirements: [
      must('1', 'Evidence must show at least two complaints followed from receipt to closure.'),
      must('2', 'The evidence must include all of these:', [
        'a complaint that was upheld',
        'a complaint, or a part of one, that was not upheld',
      ]),
      may(
        '3',
        'Names and addresses of customers may be replaced by a case number that the assessor can check at work.',
      ),
    ],
    outcomes: outcomes(
      [
        'Understand complaints and the rules for them',
        [
          'Explain at what point an expression of dissatisfaction becomes a complaint',
          'Explain the stages of own organisation’s complaints procedure and the time allowed for each',
          'Explain what a customer can do who remains dissatisfied',
          'Analyse the risk to the organisation of admitting or denying fault too early',
        ],
      ],
      [
        'Be able to investigate a complaint',
        [
          'Acknowledge the complaint and say what will happen and when',
          'Separate the points of the complaint so that each can be answered',
          {
            text: 'Collect evidence from all who were involved:',
            parts: ['the customer', 'colleagues', 'records or goods'],
          },
          'Weigh the evidence without favouring either side',
          'Recognise when a complaint must be passed to somebody with more authority or expertise',
        ],
      ],
      [
        'Be able to answer a complaint',
        [
          'Reach a finding on every point',
          'Propose a remedy that fits the finding and the organisation’s limits',
          'Explain the finding to the customer so that they can follow the reasoning',
          'Respond to anger or distress without arguing or giving way unfairly',
          'Tell the customer how to take the complaint further',
        ],
      ],
      [
        'Be able to close and learn from a complaint',
        [
          'Complete the complaint record so that another person could audit it',
          'See that the agreed remedy has been carried out',
          { text: 'Recommend changes that would prevent similar complaints', plural: true },
        ],
      ],
    ),
  },
)

const records = unit(
  'F/299/1107',
  '10',
  'Keep customer records accurate and safe',
  { level: 2, credit: 3, glh: 18 },
  {
    simulation: {
      permission: 'allowed',
      text: 'Simulation is accepted, so that no real customer’s details need to be shown.',
      exceptions: [],
    },
    outcomes: outcomes(
      [
        'Understand how customer information is looked after',
        [
          'Explain why an organisation keeps records about its customers',
          'Describe what own organisation does to keep records secure',
          'Explain how long records are kept and how they are destroyed',
          'Explain what to do if information has gone to the wrong person',
        ],
      ],
      [
        'Be able to record information',
        [
          'Collect only the details that are needed',
          'Enter details completely and without mistakes',
          'Check for a record that exists already before making a new one',
          'Correct errors in a way that leaves the change visible',
        ],
      ],
      [
        'Be able to find and share information',
        [
          'Find a customer’s record from incomplete details',
          'Confirm a person’s right to information before giving it',
          'Supply information in the form that was asked for',
        ],
      ],
    ),
  },
)

const frontDesk = unit(
  'Y/299/1114',
  '11',
  'Welcome visitors at a front desk',
  { level: 2, credit: 3, glh: 22 },
  {
    simulation: {
      permission: 'rwe-only',
      text: 'Simulation is accepted only in a realistic working environment that the centre has checked and recorded.',
      exceptions: [],
    },
    evidenceRequirements: [
      must('1', 'Where a realistic working environment is used, the assessor must observe on more than one day.'),
    ],
    outcomes: outcomes(
      [
        'Understand the work of a front desk',
        [
          'Explain why first impressions of an organisation are made at its front desk',
          'Describe the checks that visitors must go through and the reasons for them',
          'Explain what the person at the desk does if there is a fire, an accident or a threat',
        ],
      ],
      [
        'Be able to receive visitors',
        [
          'Keep the desk and the waiting area tidy, safe and easy to find',
          'Welcome visitors and find out whom they have come to see',
          'Sign visitors in and issue what they need to wear or carry',
          'Let the host know that a visitor has arrived',
          'Look after visitors while they wait',
          'Give clear directions to people on site',
        ],
      ],
      [
        'Be able to keep the desk running',
        [
          'Receive deliveries and see that they reach the right person',
          'Hand the desk over to a colleague with nothing left unsaid',
          'Report visitors or items that cause concern',
        ],
      ],
    ),
  },
)

const chat = unit(
  'M/299/1121',
  '12',
  'Help customers through live chat and messaging',
  { level: 2, credit: 4, glh: 24 },
  {
    evidenceRequirements: [
      must('1', 'Evidence must include conversations that the learner took part in, with customers’ names removed.'),
      must('2', 'At least one conversation must have run at the same time as another.'),
    ],
    outcomes: outcomes(
      [
        'Understand service by chat and message',
        [
          'Explain how chat differs from e-mail in what customers expect of it',
          'Explain when prepared answers help and when they annoy',
          'Describe what may and may not be shown on a screen that a customer can copy',
          'Explain why a conversation may have to move to the telephone or to a person',
        ],
      ],
      [
        'Be able to hold a chat with a customer',
        [
          'Open the chat with a greeting that makes clear who is writing',
          'Read what the customer has already written before asking questions',
          'Write short messages that can be taken in at a glance',
          'Guide the customer step by step through what they need to do',
          'Manage two or more chats without keeping either customer waiting too long',
        ],
      ],
      [
        'Be able to end and learn from a chat',
        [
          'Check that the customer has what they came for',
          'Close the chat politely and save it in the right place',
          { text: 'Propose additions to the prepared answers from questions that customers asked', plural: true },
        ],
      ],
    ),
  },
)

const lessons = unit(
  'F/299/1138',
  'CH3',
  'Learn lessons from complaints',
  { level: 2, credit: 2, glh: 12 },
  {
    outcomes: outcomes(
      [
        'Understand what complaints can teach',
        [
          'Explain why an organisation should welcome complaints',
          'Describe how complaints can be sorted so that a trend is seen',
          'Explain why customers who are unhappy often say nothing',
        ],
      ],
      [
        'Be able to report on complaints',
        [
          'Draw up a summary of the complaints received over a period',
          { text: 'Identify causes that come up more than once', plural: true },
          'Present the summary to the people who can act on it',
          'Follow up what was decided',
        ],
      ],
    ),
  },
)

export const sampleSpecification: Specification = {
  format: 'countersign.specification/1',
  source: {
    name: 'db/cast/qualification.ts',
    // No document stands behind it: the hash of nothing, so that nobody looks for one.
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    awardingOrganisation: 'Larkfield Awards',
    documentTitle: 'Customer Service Practice: qualification specification',
    documentVersion: '1.2',
  },
  qualifications: [
    {
      title: 'Level 2 Diploma in Customer Service Practice',
      number: diplomaNumber,
      otherNumbers: [{ scheme: 'larkfield', value: 'LA-CSP2D' }],
      framework: 'RQF',
      level: 2,
      totalCredit: 37,
      registration: { opens: '2024-09-01', lastRegistration: null, lastCertification: null },
      groups: [
        { code: 'A', title: 'Mandatory units' },
        { code: 'B', title: 'Ways of communicating' },
        { code: 'C', title: 'Optional units' },
      ],
      units: [
        ...[serve, understand, team, improve].map(one => place(one, 'A', true)),
        ...[faceToFace, write, telephone].map(one => place(one, 'B')),
        ...[problems, complaints, records, frontDesk, chat].map(one => place(one, 'C')),
      ],
      rules: [
        { require: [serve.id, understand.id, team.id, improve.id] },
        { credits: { min: 37 } },
        { credits: { of: { group: 'B' }, min: 6 } },
        { credits: { of: { group: 'B' }, max: 7 } },
        { credits: { of: { group: 'C' }, min: 12 } },
        { barred: [faceToFace.id, frontDesk.id] },
      ],
      ruleTexts: [
        'The diploma takes at least 37 credits.',
        'All four units of group A must be achieved (17 credits).',
        'At least 6 credits must come from group B; no more than 7 credits from group B count.',
        'At least 12 credits must come from group C.',
        'Units 5 and 11 cover much of the same ground and may not be taken together.',
      ],
      rulesComplete: true,
    },
    {
      title: 'Level 2 Award in Handling Complaints',
      number: awardNumber,
      otherNumbers: [{ scheme: 'larkfield', value: 'LA-HC2A' }],
      framework: 'RQF',
      level: 2,
      totalCredit: 10,
      registration: { opens: '2025-01-06', lastRegistration: null, lastCertification: null },
      groups: [{ code: 'M', title: 'Mandatory units' }],
      units: [write, complaints, lessons].map(one => place(one, 'M', true)),
      rules: [{ require: [write.id, complaints.id, lessons.id] }, { credits: { min: 10 } }],
      ruleTexts: ['All three units must be achieved (10 credits).'],
      rulesComplete: true,
    },
  ],
  units: [
    serve,
    understand,
    team,
    improve,
    faceToFace,
    write,
    telephone,
    problems,
    complaints,
    records,
    frontDesk,
    chat,
    lessons,
  ],
  report: [],
}

function place(of: UnitSpecification, group: string, mandatory = false) {
  return { unit: of.id, group, theme: null, mandatory }
}
