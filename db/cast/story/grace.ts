/** Grace O’Connell, senior adviser: four units signed off, two of them sampled, a handful of criteria to go. */
import { portfolio } from './tell.ts'

const grace = portfolio('grace-diploma')

grace.evidence('grace-worksheet', '146 20:20', {
  title: 'Worksheet: customers and what they expect',
  type: 'worksheet',
  description: 'Every question of unit 2.',
  statement: [
    '1.1 Customers pay us. Colleagues do not, but if I file a return badly the buyer orders the same bad batch again. 1.2 Older customers who want a chair and a person; students who want the cheapest; hotels who want an invoice and thirty of everything. 1.3 My grandmother would never have sent back a plate. Others learned to haggle. Neither is being difficult. 1.4 They stop asking questions.',
    '2.1 It was easy last time. 2.2 A customer of twenty years spends with us what a small car costs; we lose that, and her daughter’s custom. 2.3 By being the shop that took it back; damaged by one photograph of a dirty shelf. 2.4 Half of the people at my desk have read something about us before they come in.',
    '3.1 As described, good enough, fit for what it is for; thirty days to reject what is faulty, then repair or replacement first. 3.2 Only what we need, for the purpose we said, correct, safe, not for ever, and people may see it. 3.3 Reasonable adjustments: we come round the counter, we write it down, we read it out. 3.4 The blue folder, the portal, and Helen.',
  ],
  claims: { 2: '1.1-1.4 2.1-2.4 3.1-3.4' },
})
grace.decide('grace-worksheet', '143 09:40', {
  acceptAll: 'One answer to each criterion, read in order.',
  enough: { '2 1.2': 'Older customers, students and hotels, each with the need that sets them apart.' },
  covers: ['2 1'],
  feedback:
    'All twelve, and each with something from your own counter: the small car in 2.2 will stay with me. You know the thirty days and what follows them, which many do not. The unit is complete, so I will sign it at our meeting.',
})
grace.signOff(
  '2',
  '140 11:00',
  'Grace answered every question of the worksheet to the depth of its verb. I asked about 3.1 and 3.2 again in person, without notes, and her answers matched.',
  'Thank you. I did not expect to enjoy a worksheet.',
)

grace.evidence('grace-good-day', '138 19:00', {
  title: 'What a good day at the desk looks like',
  type: 'personal-statement',
  description: 'My job, my team, my limits, and how people read us.',
  statement: [
    'A customer can expect to be seen, to be told the truth, and not to be sent round the building. We sell for kitchen, bath and table, order spares, and hold online orders for seven days. My limit is £150 and I may waive a delivery charge. Over that, or wherever somebody was hurt or the press is mentioned, I ask Helen.',
    'How do I know that they left content? I ask; I read the survey on Mondays; I look at whether the same order comes back; and I watch whether people say goodbye.',
    'The company wants homes to work, and my team is where it hears when they do not. Our targets are returns in under five minutes, survey at 85 and no collect order older than seven days. The drivers rely on my addresses and I on their notes. When we all tag returns alike, the buyer can see a bad batch in a week.',
    'My shifts follow the queue: two of us from eleven to two. The handbook asks for courtesy and no personal phones, and my contract for every second Saturday. When it is too much I say so to Helen, or to Yvonne in personnel.',
    'With folded arms you cannot welcome anybody. Listening once is quicker than asking twice. The coffee grinder drowns out a soft voice, so I come round the counter. And no customer knows what an RMA is.',
  ],
  claims: { 1: '1.1-1.6', 3: '1.1-1.4', 4: '1.1-1.4', 5: '1.1-1.4' },
})
grace.decide('grace-good-day', '134 10:20', {
  acceptAll: 'I matched all eighteen claims to a sentence before accepting them.',
  enough: { '1 1.6': 'Asking, the survey, repeat returns and how people leave: four ways.' },
  feedback:
    'One account that serves four units, and it does so honestly: I matched every tick to a sentence. “Watch whether people say goodbye” is a measure that no survey has. Knowledge for units 1, 3, 4 and 5 is done; from here on I need to see you work.',
})
grace.sample(
  { evidence: 'grace-good-day' },
  '128 15:30',
  'accepted',
  'Eighteen criteria were accepted at once, so I read it against each. All are there, the shortest being 4-1.3, which just suffices. Ben, please say in such a case which criteria you looked at hardest.',
)

grace.evidence('grace-observed', '125 14:50', {
  title: 'Observation: from opening until the lunch queue',
  type: 'observation',
  description: 'Ben’s record of 8.40 to 12.30, nineteen customers.',
  by: 'ben',
  submitted: '125 18:10',
  statement: [
    'At 8.40 Grace counted the float, tested the card machine, filled the bags and read the overnight bulletin: a pan was recalled and two lines were late. Counter clear, badge on, apron clean.',
    'A man who knew what he wanted was out of the door in ninety seconds. A woman choosing a wedding present was undecided; Grace laid three sets side by side, used the leaflet for the dishwasher signs and turned the screen to show the stock. A customer with hearing aids was taken to the quiet end and given the price in writing.',
    'She told a man that his order was late before he had given his name, having recognised the line from the bulletin. She asked for the postcode quietly, turned the screen away and shredded a label. Twice she told the queue “three minutes” and it was three minutes.',
    'Each contact was closed with a question, and entered. I read four entries afterwards and could have continued any of them.',
  ],
  record: {
    from: '08:40',
    until: '12:30',
    what: 'The desk made ready, then nineteen customers from opening until the lunch queue.',
    where: 'Service desk, Lindley Homeware',
    how: 'Prepared before anybody came, then took people in the order in which they could be helped soonest, and entered each contact.',
    why: 'A recall and two late lines had come in overnight, so people would ask.',
    withWhom: 'Nineteen customers, one of them with hearing aids',
    range: 'Quiet and busy; customers who know what they want and customers who do not',
    knowledge: 'Knew the bulletin, and what may be said aloud in a queue.',
    comments: 'Nobody was rude this morning, so that has to wait for somebody who is.',
    satisfactory: true,
  },
  claims: { 1: '2.1-2.3 3.1-3.7 4.1 4.2', 5: '2.1-2.5 3.1 3.2 3.4' },
})
grace.decide('grace-observed', '124 09:15', {
  acceptAll: 'I made the record myself and she claimed what it shows, no more.',
  enough: { '5 2.5': 'Leaflet, display and screen were all used within one conversation.' },
  covers: ['1 1', '1 2a', '1 2b', '5 1', '5 2a', '5 2b', '5 2c'],
  feedback:
    'Nineteen customers, and every one left knowing what would happen next. Telling the man about his late order before he gave his name is 3.6 at its best. Nobody was rude that morning, so 3.3 of unit 5 must wait for somebody who is.',
})

grace.evidence('grace-replies', '110 18:30', {
  title: 'Three replies to three customers',
  type: 'work-product',
  shows: 112,
  description: 'E-mails as sent, with the log entry that shows when.',
  files: ['E-mail – three replies.txt'],
  claims: { 6: '2.1-2.3 3.1-3.5', 1: '4.3' },
})
grace.decide('grace-replies', '107 11:35', {
  acceptAll: 'Three replies checked line by line with the mailbox open.',
  covers: ['6 2a'],
  feedback:
    'You heard what the second customer did not write, that she was embarrassed, and your reply takes the embarrassment away in one line. Sums and names are right in all three, and each went out within the two days. Please add a letter or a web form, because e-mail alone does not cover the requirement.',
})

grace.evidence('grace-style', '98 20:05', {
  title: 'House style, promises, problems and records: what I know',
  type: 'personal-statement',
  description: 'Knowledge for units 6, 8, 9 and 10.',
  statement: [
    'Writing is right when there are figures or dates to keep, and wrong when somebody is upset. Our style is first names, no “regrets”, no capitals, the offer before the reason. If I write “it will be there on Friday” it is a promise made by the company. I never write a guess about whose fault it was, another customer’s name, or a joke.',
    'What comes up: chips and cracks, missing screws, late vans, and things ordered in the wrong size. A missing screw on Monday is a rage by Friday if three people have each said “leave it with me”. We can replace, refund, send the part, send somebody, or give a voucher. “I am sorry that you had this” is an apology; “we damaged it” is a finding, and I have not made one yet.',
    'It is a complaint when the customer wants an answer and not only a screw. We have two days, five days, twenty days; I can name who sits at each stage and why it is not the same person. After the last letter people may go to the ombudsman that our trade uses, or to court.',
    'We keep records so that nobody tells a story twice. Screens lock after two minutes, paper goes in the grey bin. Six years for sales, one for enquiries, then they are wiped or shredded. If something has gone to the wrong person I tell Helen at once, ask for it back, and the data officer decides whether it must be reported within the seventy-two hours.',
  ],
  claims: { 6: '1.1-1.4', 8: '1.1-1.4', 9: '1.1-1.4', 10: '1.1-1.4' },
})
grace.decide('grace-style', '95 09:30', {
  not: { 9: '1.4' },
  because: 'wrong-level',
  enough: { '8 1.1': '' },
  feedback:
    'Fifteen of sixteen. The apology and the finding, set side by side, could be used in training. For 9-1.4 the verb is “analyse”: you say what admitting too early would do, but not what denying too early would. One more paragraph, perhaps from the case of the oven glass.',
})

grace.evidence('grace-letter', '88 17:10', {
  title: 'A letter, a web form and what I proposed afterwards',
  type: 'work-product',
  shows: 91,
  description: 'Letter to a customer without e-mail, an answer to a web form, and my two suggestions to Helen.',
  statement: [
    'Letter (copy in the desk file under case 0388): “Dear Mrs Laing, you asked whether the lid could be had without the pot, what it costs, and whether we could post it. Yes; £7.50; and yes, free of charge, since your pot is under a year old. It leaves us on Monday. You need not send the old one back. Yours sincerely, Grace O’Connell.”',
    'Web form 2-1174, answered in forty minutes: “Hello Dan, the rail is 60 cm between the screws and 66 cm from end to end. If your wall is tiled you need the longer plugs, which are in the bag with the red label.”',
    'To Helen: four people in a fortnight asked for spare lids, so could we put the price list of parts on the counter? And three wrote to ask for the size between the screws: could the web page give it? Both have since been done.',
  ],
  claims: { 6: '3.1 3.3', 1: '4.4' },
})
grace.decide('grace-letter', '84 10:45', {
  enough: { '1 4.4': 'Two suggestions, each with the number of customers behind it.' },
  covers: ['6 1', '6 2b', '6 2c'],
  feedback:
    'I looked at the letter in file 0388 and it is as you quote it. Three customers and three forms of writing are now covered for unit 6. Both of your suggestions came from counted questions, not from a hunch, which is what 1-4.4 asks.',
})
grace.signOff(
  '6',
  '80 11:20',
  'Replies to five different customers by e-mail, letter and web form over three weeks, all sent in time and all correct. Her account of house style agrees with what she wrote in practice.',
  'Agreed. The letter took me longest and taught me most.',
)

grace.evidence('grace-testimony', '72 16:00', {
  title: 'Testimony: the week of the new returns tags',
  type: 'witness-testimony',
  shows: 74,
  customers: 'both',
  description: 'Helen Marsh on how Grace helped the desk through the change.',
  by: 'helen',
  submitted: '71 12:45',
  statement: [
    'On Monday we went over to the new returns tags. Grace had asked at the briefing why the old colours were to go, got her answer, and then used the new ones from the first hour. By Tuesday she had pinned a key to the colours by the printer because the two new starters kept asking.',
    'On Wednesday she stayed at the collect counter through her own admin hour because Sam was on his own with eleven people. On Thursday she told me at ten that the returns cage would not be finished by one, and asked for Sam until noon. Nobody waited.',
    'She told Sam afterwards, in private, that his voice rises when he is rushed, and what she does about hers. He told me he was glad of it. Her handovers I never have to query. She rang a customer about a missing tap at nine, before he came in for it.',
  ],
  record: {
    witnessName: 'Helen Marsh',
    relationship: 'Supervisor of the service desk',
    what: 'The week in which the desk went over to new returns tags, and what Grace did for it each day.',
    where: 'Service desk and collect counter, Lindley Homeware',
    how: 'Asked why, used the new tags from the first hour, pinned up a key, and said in time what would not be finished.',
    why: 'Two new starters, and a change that nobody had asked the desk about.',
    withWhom: 'Sam, two new starters, customers at the collect counter, and me',
    knowsStandards: true,
    evaluatesPractice: true,
    accurate: true,
  },
  claims: { 3: '2.1-2.5 3.1 3.2 3.4', 1: '3.6' },
})
grace.decide('grace-testimony', '69 09:20', {
  acceptAll: 'Every claim has its day in the testimony.',
  covers: ['3 1', '1 2c'],
  feedback:
    'Helen gives days, hours and names, so I can confirm nine criteria on it. How you spoke with Sam, in private and with your own remedy, is what 3.2 of unit 3 means by considerate. A disagreement is all that is missing there now.',
})
grace.signOff(
  '1',
  '66 15:15',
  'Seen at a busy time and a quiet one in my observation, and when stock was missing in Helen’s testimony; nineteen customers and five letters. She knows her limits, keeps to them, and follows up without being reminded.',
  'Happy with this. The quiet hour was the harder one.',
)
grace.sample(
  { unit: 'D/299/1017' },
  '58 10:30',
  'accepted',
  'Summative sample. All twenty criteria trace to evidence that I opened; the dates run in order and the statement of why names situations rather than adjectives. Accepted without action.',
)

grace.evidence('grace-plan', '62 18:40', {
  title: 'Development plan after nine weeks',
  type: 'work-product',
  shows: 62,
  customers: 'none',
  description: 'Plan agreed with Ben at the start, with what I wrote beside each aim every Friday.',
  statement: [
    'Strengths: I stay calm, I write well, I know the stock. To develop: I do other people’s work instead of showing them, and I leave filing until Friday.',
    'Aim 1, by week four: filing daily before lunch. Weeks one and two, three days of five. Week three onward, every day but one. Aim 2, by week eight: show Sam and Ines three tasks each, and keep my hands behind my back. Done in week seven. Aim 3: one comment from a colleague each week, asked for by me. “You sigh before you explain” was week five. I have stopped, Ines says.',
    'My list for the desk is on the screen each morning: A before eleven, B between customers, C if it rains. Returns that hold up somebody’s money are always A. I leave eleven to two free of everything else. The audit sheet was due on the ninth; I saw on the sixth that I could not, and agreed the eleventh.',
  ],
  claims: { 4: '2.1-2.4 3.1-3.4' },
})
grace.decide('grace-plan', '60 09:10', {
  acceptAll: 'I have seen the plan every Friday for nine weeks.',
  covers: ['4 1b', '4 2'],
  feedback:
    'Nine weeks, an entry each Friday, and a comment about sighing that most people would have left out: this shows development and not only a plan. Your A, B, C and the free hours from eleven to two meet outcome 2. That is the whole of unit 4.',
})
grace.signOff(
  '4',
  '56 14:00',
  'The plan was agreed on the day she began, kept for nine weeks and changed twice for good reasons. Two colleagues told me of the difference without being asked.',
  'Yes. I still do the filing.',
)
grace.sample(
  { unit: 'L/299/1062' },
  '50 11:15',
  'accepted-with-action',
  'The writing is very good and I agree with every decision. The decision on the e-mails does not say where the originals are filed, and an EQA could not find them. Please add the location to the record.',
)
grace.respond(
  { unit: 'L/299/1062' },
  '48 08:45',
  'Originals are in the desk mailbox, folder “Sent – cases”, numbers 0371, 0374 and 0379. I have seen them there and added this to the record.',
)

grace.evidence('grace-problems', '55 18:15', {
  title: 'Three problems, three customers',
  type: 'personal-statement',
  shows: 57,
  description: 'A cracked casserole, a double charge, and a rug that was the right one after all.',
  statement: [
    'The casserole cracked on its second use. He told me about the dinner, the guests and the floor before he got to the lid. I looked at the batch, saw two others like it, and we agreed that the fault was ours. Replace today, refund, or wait for the new batch: he took the refund, because he no longer trusted it. I put the batch on hold and reported it to the buyer.',
    'The double charge was the card machine’s. The bank’s message on her phone and our journal agreed. I could refund it and did, showed her where it would appear, and rang on the third day when it had.',
    'The rug was grey, and she remembered it blue. We put it under the window lamp, then under ours. It was a misunderstanding about light, and neither of us was wrong. I offered an exchange, or a month’s loan of a sample to try at home, and wrote to the web team about the photograph.',
  ],
  claims: { 8: '2.1-2.4 3.1-3.5 4.1 4.2' },
})
grace.decide('grace-problems', '51 10:40', {
  not: { 8: '3.5' },
  enough: { '8 3.1': 'Each of three customers was given at least two choices.' },
  covers: ['8 1', '8 2a', '8 2b', '8 2c'],
  feedback:
    'Three customers and three kinds of cause, so both requirements of the unit are covered. The loan of a sample is a remedy I had never met. With the casserole and the rug I do not learn whether they were content afterwards; one call to either, and 3.5 can be confirmed.',
})

grace.evidence('grace-records', '41 17:25', {
  title: 'Records on the training system',
  type: 'work-product',
  setting: 'simulation',
  setUp: 'training-till',
  shows: 42,
  description: 'Eight tasks set by the systems trainer, with her printout of what I entered.',
  statement: [
    'Task 1 to 3: new customer, asked for name, postcode and telephone only; two were on file already under a maiden name and an old address, so I joined the records and left a note. Task 4: corrected a misspelt street, and the old spelling stays visible in the history.',
    'Task 5: “something like Hendry, bought a mirror in spring” – found by product and month. Task 6: a husband asks for his wife’s order; not given, explained how she can add him. Tasks 7 and 8: the statement printed in large type, and the list as a spreadsheet, as asked.',
    'Printout of the trainer: 8 of 8, no field left empty, no mistakes of spelling.',
  ],
  claims: { 10: '2.1-2.4 3.1-3.3' },
})
grace.decide('grace-records', '38 11:50', {
  acceptAll: 'The trainer’s printout covers the seven claims one by one.',
  feedback:
    'This unit accepts simulation, and it was the right choice, because no real customer had to be shown. You found two duplicates that the trainer had hidden, and refused the husband kindly. Unit 10 is complete; I will sign it when we next meet.',
})

grace.evidence('grace-complaint-files', '30 19:15', {
  title: 'Two complaints from first letter to closed file',
  type: 'work-product',
  shows: 33,
  description: 'Cases 0402 and 0412. Names are replaced by case numbers; files are in the grey cabinet, drawer 2.',
  statement: [
    'Case 0402, oven glass. Acknowledged the same day, with my name and a date. Four points: the glass, the burn mark, the manner of the driver, the cost of the meal. I asked the customer for pictures, the driver for his account, and looked at the delivery sheet. The glass was ours: upheld. The burn mark was there on the delivery photograph: not upheld, and I said how I knew. The driver had indeed left without waiting: upheld. The meal: passed to Helen, being over my limit.',
    'Case 0412, late bathroom order, customer in tears because of her father’s discharge from hospital. I let her speak, did not argue about what the web page had said, and did not promise what the van could not do. Found for the customer on both points; remedy: delivery the next morning and the charge waived.',
    'Both letters give the finding point by point and end with how to go to stage two. I checked that the money had arrived and the van had been, and signed the record. Jean from accounts audited 0402 without asking me anything.',
  ],
  claims: { 9: '2.1-2.5 3.1-3.5 4.1 4.2' },
})
grace.decide('grace-complaint-files', '26 10:15', {
  not: { 9: '3.2' },
  covers: ['9 1', '9 2a', '9 2b'],
  feedback:
    'I opened both files in the cabinet. Four points, four findings, each with its reason, and a burn mark not upheld that the customer accepted, which is the best proof of 3.3. I left 3.2 open: nothing on file says why waiving the charge was the fitting remedy and not, say, a part of the price.',
})

grace.evidence('grace-disagreement', '25 13:30', {
  title: 'Role play: who takes the last collect order',
  type: 'work-product',
  setting: 'simulation',
  setUp: 'role-play',
  shows: 27,
  simulationReason: 'There was no disagreement at the desk in four months; Helen confirms it.',
  customers: 'internal',
  description: 'Played with Sam in the training room, with a third colleague as the customer.',
  statement: [
    'Sam said across the counter that I always left him the heavy orders. The customer stood between us. I said “Sam and I will sort the lifting out, and your order is on its way”, served her, and thanked her. Then I asked Sam to the back and we looked at the sheet: he was right by nine to four. We agreed on turns.',
  ],
  claims: { 3: '3.3' },
})
grace.decide('grace-disagreement', '22 09:35', {
  acceptAll: 'One claim only.',
  feedback:
    'Simulation is allowed for this criterion only, and the reason stands on record with Helen’s word. Your customer noticed nothing, and you let the sheet decide who was right. Unit 3 now has nothing open.',
})

grace.evidence('grace-follow-up', '12 17:55', {
  title: 'Calls afterwards, and what the complaints have in common',
  type: 'personal-statement',
  shows: 13,
  description: 'To close the gaps that Ben named.',
  statement: [
    'I rang the casserole customer after ten days. He has bought another, of a different make, from us, and said that the refund was the reason. The rug has stayed; she says that it is blue in the evening.',
    'What would prevent complaints like 0412: the web page should show the van’s days before the customer pays.',
  ],
  claims: { 8: '3.5', 9: '4.3' },
})
grace.decide('grace-follow-up', '8 10:50', {
  not: { 9: '4.3' },
  feedback:
    'Two calls, two contented customers, and 8-3.5 is met, which completes the unit. For 9-4.3 the criterion says “changes” and wants more than one; yours about the van’s days is excellent. Look at 0402 again and you will find the second.',
})

export const graceSteps = grace.steps
