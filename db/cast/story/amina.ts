/** Amina Yusuf, service desk adviser: five months in, two items waiting for Ben, one returned to her this week. */
import { portfolio } from './tell.ts'

const amina = portfolio('amina-diploma')

amina.evidence('amina-desk', '140 12:40', {
  title: 'How our service desk works',
  type: 'personal-statement',
  description: 'What I do at the desk, what I may agree to and when I fetch Helen.',
  statement: [
    'Lindley Homeware sells things for the kitchen, the bathroom and the table. At the service desk we take returns, hand out click-and-collect orders, order spare parts and answer whatever nobody else could answer. A customer who comes to us for the first time may expect that somebody looks up, says hello and knows where to look, and that they need tell the story only once.',
    'I may refund up to £60 with a receipt and exchange anything up to that price without asking. Over £60, without a receipt, or when somebody says they have been hurt by something we sold, I fetch Helen. I used to think fetching her meant that I had failed. Now I see that making somebody wait while I try things I am not allowed to do is worse.',
    'My own manner counts because I am often the last person they see. When I was short with a man about a kettle he did not say that I was rude. He told the survey that Lindley was rude.',
    'The desk is one team with the stockroom and the drivers. If I book a delivery for a day when there is no van, it is the driver who stands at the door and hears about it.',
  ],
  claims: { 1: '1.1-1.5', 3: '1.1 1.2' },
})
amina.decide('amina-desk', '137 09:25', {
  acceptAll: 'Seven sentences, seven claims: I found each of them in the statement.',
  feedback:
    'You explain your limits exactly: £60, a receipt, and anybody hurt goes to Helen. The kettle story shows that you see how one short answer becomes “Lindley was rude”, which is what 1.3 is after. Next, tell me two ways in which you find out whether people leave satisfied, for 1.6.',
})

amina.evidence('amina-notice', '121 13:05', {
  title: 'Desk made ready for the sale Saturday',
  type: 'work-product',
  shows: 123,
  description:
    'My photo of the notice I put up and the counter before we opened. I checked the till roll, the tags and the collect shelf.',
  files: ['service desk notice.jpg'],
  claims: { 1: '2.1-2.3' },
})
amina.decide('amina-notice', '118 10:10', {
  not: { 1: '2.2' },
  feedback:
    'The picture shows a tidy counter, the notice at reading height and the collect shelf in order, so 2.1 and 2.3 are met. It cannot show how you found out about the sale prices beforehand, and I have left 2.2 open. A line about the morning briefing, or the e-mail you read, would settle it.',
})

amina.evidence('amina-lamp', '104 20:15', {
  title: 'A lamp that was promised for Thursday',
  type: 'work-product',
  shows: 106,
  description: 'E-mail thread with a customer whose lamp was late. I told her before Thursday came.',
  files: ['E-mail – lamp delivery.txt'],
  occasions: [
    [null, 'customer with the lamp', 'e-mail'],
    [105, 'customer with the lamp', 'telephone'],
  ],
  claims: { 6: '2.1 2.2 3.1-3.3 3.5', 1: '3.6 4.3' },
})
amina.decide('amina-lamp', '101 08:50', {
  not: { 6: '3.5' },
  also: { 6: '3.4' },
  feedback:
    'You rang the depot first, then answered all three of her questions in the order she asked them, and you wrote before Thursday came. You did not claim 3.4, but the refund of £4.95 and the new order number are both right, so I have confirmed it. I cannot see where the thread was filed: bring the record to our next visit and 3.5 is done.',
})

amina.evidence('amina-observed', '90 15:30', {
  title: 'Observation: an hour at the desk at lunchtime',
  type: 'observation',
  description: 'Ben’s record of 11.55 to 12.55, seven customers, one queue.',
  by: 'ben',
  submitted: '90 18:45',
  statement: [
    'Amina served seven customers while I stood by the gift wrap. She looked up and nodded to each person who joined the queue, even while counting a refund. To a man buying for his mother she asked what her kitchen was like before she showed him anything.',
    'A couple spoke little English. Amina slowed down, dropped “store credit” in favour of “you can spend it here”, and turned the screen so that they could read the sum. She said the order number back to them and waited for the nod.',
    'At 12.30 the card machine stopped. She told the four people waiting that it would be about five minutes and that the café till took cards. Nobody left. One customer swore at her about the wait; she kept her voice level and finished with the day and the hour when he could collect.',
  ],
  occasions: [
    [null, 'man buying for his mother', 'face-to-face', 'Ben Carter'],
    [90, 'couple with little English', 'face-to-face', 'Ben Carter'],
    [90, 'customer who swore', 'face-to-face', 'Ben Carter'],
  ],
  record: {
    from: '11:55',
    until: '12:55',
    what: 'Seven customers at the service desk: two refunds, a collection, a gift, a store credit, and a queue of four while the card machine was down.',
    where: 'Service desk, Lindley Homeware',
    how: 'Looked up and nodded to whoever joined the queue, asked before she showed anything, turned the screen round, and gave a time and another till when the machine stopped.',
    why: 'Lunchtime, one member of staff off sick, and a couple for whom English was hard.',
    withWhom: 'Seven customers, two of them speaking little English; the café till',
    range: 'Face to face: customers in a hurry, customers who are upset, customers with little English',
    knowledge: 'Knew without asking what she may refund by herself, and which till takes cards when the desk cannot.',
    otherUnits: 'Unit 8, if she tells what became of the couple’s store credit',
    comments: 'Calm because you gave people something to go by. Next time, use a leaflet or a display to make a point.',
    satisfactory: true,
  },
  claims: { 5: '2.1-2.4 3.1 3.2 3.4', 1: '3.1-3.5' },
})
amina.decide('amina-observed', '89 08:40', {
  also: { 5: '3.3' },
  covers: ['1 2a', '1 2c', '5 1', '5 2b', '5 2c'],
  beside: ['Observation sheet - service desk.pdf'],
  feedback:
    'You kept four people calm while the card machine was down, because you gave them a time and another till. I confirmed 3.3 as well: you were sworn at and stayed courteous, though you did not claim it. Next time, show me how you use a leaflet or a display to make a point, which is 2.5.',
})
amina.sample(
  { evidence: 'amina-observed' },
  '85 14:05',
  'accepted',
  'Ben’s record says what was seen, when, and with how many customers, and every criterion he confirmed can be traced to a sentence. Good use of what the learner had not claimed. No action.',
)

amina.evidence('amina-worksheet', '75 21:00', {
  title: 'Worksheet: customers and what they expect',
  type: 'worksheet',
  worksheet: 'expectations',
  description: 'All twelve answers, done over three evenings.',
  answers: [
    'An external customer buys from us. An internal one is a colleague who needs my work to do theirs: the driver relies on the address that I type.',
    'Parents with prams need room and speed. People setting up a first home need prices and advice. Trade customers want the invoice right and no chat.',
    'In some families you bargain, in others it is rude to complain at all. Some customers will not shake hands. I wait and follow what they do.',
    'Short answers, looking at the clock, repeating a question, going very quiet.',
    'Being remembered, being told the truth about delivery, a return without a quarrel.',
    'You lose the sale, all the next ones, and the people they tell; winning a new one costs advertising.',
    'Built up by years of small things and damaged in an afternoon.',
    'I look at stars before I buy; so does everybody.',
    'Goods must be as described, fit for their purpose and of satisfactory quality, and there is a short time in which a faulty thing can simply be sent back.',
    'We must not lose it.',
    'Fair does not mean the same: a chair at the desk, reading the form aloud, a quieter corner.',
    'The staff portal under “Your customers”, and Citizens Advice pages.',
  ],
  claims: { 2: '1.1-1.4 2.1-2.4 3.1-3.4' },
})
amina.decide('amina-worksheet', '70 11:15', {
  not: { 2: '3.2' },
  enough: { '2 1.2': 'Three groups are described, each with a different need.' },
  covers: ['2 1'],
  marks: [
    [7, true, 'Enough, and only just: next time say which small things, at your own shop.'],
    [10, false, 'Why do we collect it, who may see it, and what may a person ask of us?'],
    [11, true, 'The best answer that I have read to this question.'],
  ],
  feedback:
    'Eleven of twelve. Your answer on fairness, that it does not mean treating everybody the same, is the best I have read this year. For 3.2, “we must not lose it” is only a part: explain also why we collect it, who may see it, and what a person may ask of us.',
})

amina.evidence('amina-vase', '58 17:50', {
  title: 'Voice note: the chipped vase',
  type: 'personal-statement',
  shows: 58,
  description: 'Recorded on my way home, while I still remembered what she said. About half a minute.',
  files: ['voice note - chipped vase.mp3'],
  occasions: [[null, 'customer with the vase', 'face-to-face']],
  claims: { 8: '2.1-2.4 3.1-3.3' },
})
amina.decide('amina-vase', '54 09:05', {
  enough: { '8 3.1': 'Replacement and refund were both offered, and what each would mean in time and money was said.' },
  covers: ['8 2a'],
  feedback:
    'Clear, and recorded the same day. You let her finish, checked the batch sticker, and gave her two choices with what each would take. All seven are met. What I do not hear is the end: did you look in on her afterwards? That is 3.5, and it wants another customer.',
})

amina.evidence('amina-plan', '40 19:10', {
  title: 'My development plan',
  type: 'work-product',
  shows: 47,
  customers: 'none',
  description: 'Agreed with Helen and Ben at the start of last month.',
  files: ['Development plan – Amina Yusuf.docx'],
  claims: { 4: '1.1 3.1 3.2' },
})
amina.decide('amina-plan', '36 10:30', {
  acceptAll: 'Three claims on one page, and I was present when the plan was agreed.',
  covers: ['4 1a'],
  feedback:
    'Three aims, each with a date and the name of a person who will notice whether it happened: that is a plan. Your strengths are honest and so is “I avoid the telephone”. Keep the progress column going for the eight weeks, and 3.3 will write itself.',
})

amina.evidence('amina-testimony', '33 16:20', {
  title: 'Testimony of my supervisor: stocktake week',
  type: 'witness-testimony',
  shows: 35,
  customers: 'internal',
  description: 'Helen Marsh, who was in charge of the desk all week.',
  by: 'helen',
  submitted: '32 12:35',
  statement: [
    'I supervise the service desk and worked beside Amina on all five days of stocktake. On the Monday she told the stockroom at nine that the blue pans were being recalled, an hour before the notice came round, and they had cleared the shelf by ten.',
    'On Wednesday, with two people off sick, she left her own filing and took the collect queue without being asked. On Thursday she came to me before lunch to say that she could not finish the spare parts list by two, and we agreed on four. It was on my desk at ten to.',
    'Her handover notes can be worked from. On Friday I rang a customer from them and did not have to ask him a single thing again.',
  ],
  record: {
    witnessName: 'Helen Marsh',
    relationship: 'Supervisor of the service desk',
    what: 'How Amina worked through the five days of stocktake: a recall passed on early, the collect queue taken over, a delay announced before the deadline.',
    where: 'Service desk and stockroom, Lindley Homeware',
    how: 'By telling people before they had to ask, and by leaving her own filing for what could not wait.',
    why: 'Two people were off sick, and stocktake cannot be moved.',
    withWhom: 'The stockroom, two colleagues at the desk, and me',
    knowsStandards: true,
    evaluatesPractice: true,
    accurate: true,
  },
  claims: { 3: '2.1-2.5', 4: '2.3' },
})
amina.decide('amina-testimony', '29 09:45', {
  acceptAll: 'Each claim has a day and an event in Helen’s testimony; I rang her about Thursday.',
  covers: ['3 1'],
  feedback:
    'Helen says what you did on which day, and her Thursday example meets both 3-2.5 and 4-2.3: you warned her before the deadline, not after it. Outcome 2 of unit 3 is complete. For outcome 3, the next team briefing would be a good occasion.',
})

amina.plan('amina-talk', '33 12:05', {
  kind: 'discussion',
  for: 26,
  text: 'We talk about unit 6, outcome 1, for a quarter of an hour and record it. Think beforehand of one message that went well and one that you would write differently today; bring both, with the names blacked out. You may have your notes in front of you.',
  criteria: { 6: '1.1-1.4' },
})
amina.evidence('amina-talk', '25 18:30', {
  title: 'Discussion: what to put in writing, and what not',
  type: 'professional-discussion',
  plan: 'amina-talk',
  shows: 26,
  description:
    'Ben and I talked through the four questions of the plan in the training room. Recorded with both of us knowing.',
  files: ['discussion - what to put in writing.mp3'],
  record: {
    from: '14:05',
    until: '14:20',
    what: 'What belongs in a letter and what does not, with one message that went well and one that I would write differently today.',
    where: 'Training room',
    how: 'Face to face, recorded from beginning to end, with my notes in front of me',
    why: 'Unit 6 asks for reasons, and my e-mails show only what I did.',
    withWhom: 'Ben and me',
  },
  parts: [
    [0, 20.8, 'Writing or speaking', { 6: '1.1' }],
    [20.8, 34.2, 'The house style', { 6: '1.2' }],
    [34.2, 49.6, 'A promise in writing', { 6: '1.3' }],
    [49.6, 67.8, 'What must never be written', { 6: '1.4' }],
  ],
  pins: [[{ 6: '1.3' }, 'discussion - what to put in writing.mp3', { kind: 'time', from: 39.1, to: 49.6 }]],
  claims: { 6: '1.1-1.4' },
})
amina.decide('amina-talk', '22 09:15', {
  acceptAll: 'Four questions, four answers, each with an example from the desk; I was there and have listened again.',
  feedback:
    'Each answer came with something that had happened: the sum that nobody need remember, the lamp in the taxi, the card number. “A letter cannot hear that they are crying” says in one line what a page of notes would not. Outcome 1 of unit 6 is done; next bring a reply for 3.5 with the time it was filed.',
})

amina.evidence('amina-rota', '12 13:15', {
  title: 'My rota',
  type: 'work-product',
  shows: 14,
  customers: 'none',
  description: 'Screenshot of the desk rota with my shifts.',
  files: ['rota - service desk.png'],
  claims: { 4: '1.2 2.1 2.2' },
})
amina.sendBack(
  'amina-rota',
  '4 16:40',
  'insufficient',
  'Helen made this rota, so it tells me when you were at work but not how you arranged your own tasks. Please add a few sentences, or your own list for one of these days: what came first, what waited, and why. The gap between the two delivery slots on Tuesday would be a good example for 1.2.',
)

amina.evidence('amina-kettle', '5 12:50', {
  title: 'Kettle refund, followed to the end',
  type: 'work-product',
  shows: 8,
  description: 'My e-mails with a customer, and the note I sent to the buyer about the batch.',
  files: ['E-mail – kettle refund.txt'],
  occasions: [
    [null, 'customer with the kettle', 'e-mail'],
    [6, 'customer with the kettle', 'e-mail'],
  ],
  pins: [
    [
      { 8: '3.5' },
      'E-mail – kettle refund.txt',
      { kind: 'passage', page: null, text: 'Has it come, and is there anything that we left undone?', occurrence: 1 },
    ],
    [
      { 8: '4.1' },
      'E-mail – kettle refund.txt',
      { kind: 'passage', page: null, text: 'I have entered all three under the same fault code', occurrence: 1 },
    ],
  ],
  claims: { 8: '3.4 3.5 4.1 4.2', 6: '2.3 3.5' },
})

amina.evidence('amina-till', '3 18:05', {
  title: 'A refund on the training till',
  type: 'work-product',
  setting: 'simulation',
  setUp: 'training-till',
  shows: 3,
  description:
    'Screen recording, eight seconds. It is the training till, so no real customer’s details are to be seen.',
  files: ['refund on the training till.webm'],
  claims: { 10: '2.1-2.3' },
})

amina.plan('amina-asked', '9 10:15', {
  kind: 'questions',
  for: 6,
  text: 'Before opening I ask you two things that the hour at the desk left open: how you find out whether people leave satisfied, and what you do about those who say nothing.',
  criteria: { 1: '1.6' },
})
amina.evidence('amina-questions', '6 15:40', {
  title: 'Questions after the observation',
  type: 'questioning',
  plan: 'amina-asked',
  shows: 6,
  description: 'What the hour at the desk left open: how she finds out whether people leave satisfied.',
  by: 'ben',
  statement: [],
  relatesTo: ['amina-observed'],
  record: {
    circumstances:
      'Asked at the desk before opening, because the observation shows what Amina does and not how she knows that it worked.',
    questions: [
      {
        question: 'How do you find out whether a customer leaves satisfied?',
        answer:
          'I ask at the end whether there is anything else, and I look at whether they put the receipt away or keep it in their hand. When they keep it in their hand they are not finished.',
        form: 'spoken',
      },
      {
        question: 'And those who say nothing?',
        answer:
          'The survey cards, once a week with Helen. We look for the same desk, the same hour, and what was written twice.',
        form: 'spoken',
      },
    ],
    comments: 'Two ways, one on the spot and one afterwards.',
  },
  claims: { 1: '1.6' },
  submitted: 'not-yet',
})

amina.evidence('amina-complaint-rules', '1 20:30', {
  title: 'When a grumble becomes a complaint',
  type: 'personal-statement',
  description: 'First try at unit 9. I want to ask Ben about 1.4 before I send it.',
  statement: [
    'People grumble about the car park every day and we write nothing down. It becomes a complaint when they want something done about it or want it to be known: an answer, money, or that it should not happen to anybody else. They need not use the word.',
    'Our procedure has three stages. The desk has two working days. Then Helen has five. After that it goes to customer relations in Leeds, who have twenty, and they send a letter that says “this is our final answer”.',
  ],
  claims: { 9: '1.1 1.2' },
  submitted: 'not-yet',
})

amina.plan('amina-next', '2 10:20', {
  kind: 'observation',
  for: -5,
  text: 'I come to the desk for the morning and see one complaint through with you, from the first word to the note in the file, if one comes in. It would serve unit 8 and the parts of unit 1 that are open. If nothing comes, we look at your list of tasks for 4-1.2 instead.',
  criteria: { 1: '2.2 4.3', 8: '3.4 3.5 4.1' },
})
amina.plan('amina-questions', '2 19:45', {
  kind: 'questions',
  for: -8,
  text: 'I should like to be asked about 1.4 of unit 9 and about what makes a complaint a complaint. I have written the first half.',
  criteria: { 9: '1.1-1.4' },
  by: 'learner',
})

amina.askWitness('2 20:05', {
  witness: 'Denise Okoro',
  email: 'denise@lindley.example',
  asks: 'The kettle on the service desk: you were at the next till. Please say what I checked, what I offered the customer and how she left.',
  about: 'amina-kettle',
})

export const aminaSteps = amina.steps
