/** Tomos Griffiths, customer relations assistant: one body of evidence for the diploma and for the award. */
import { portfolio } from './tell.ts'

const tomos = portfolio('tomos-diploma')
const award = portfolio('tomos-award')

tomos.evidence('tomos-passengers', '95 18:10', {
  title: 'How passengers reach us and what they expect',
  type: 'personal-statement',
  description: 'For unit 1, and the knowledge part of the telephone unit.',
  statement: [
    'Passengers write after they have stood in the rain, so the first thing that they can fairly expect is that somebody believes them. They may also expect a number for their case and a day for the answer.',
    'We run forty-two routes, sell tickets and passes, look after lost property and answer for our drivers. A curt answer from me becomes “Brookline does not care”, since to the passenger I am the whole company.',
    'On the telephone they cannot see that I am writing, so I say that I am. Before I talk about a pass I ask for the pass number and the date of birth.',
  ],
  claims: { 1: '1.1-1.3', 7: '1.2 1.3' },
})
tomos.decide('tomos-passengers', '91 12:05', {
  acceptAll: 'Short statement, five claims, read twice.',
  feedback: 'Clear, and from the passenger’s side. All five met; 1.4 and 1.5 next, please.',
})

tomos.evidence('tomos-reclamation', '70 16:35', {
  title: 'Complaint of a visitor from France, and my reply',
  type: 'work-product',
  shows: 73,
  description: 'Page of our log, the complaint and what I answered. It serves both of my qualifications.',
  files: ['Réclamation – réponse 3.pdf'],
  pins: [
    [{ 6: '2.1' }, 'Réclamation – réponse 3.pdf', { kind: 'page', page: 2 }],
    [
      { 6: '3.1' },
      'Réclamation – réponse 3.pdf',
      { kind: 'area', page: 3, x: 0.08, y: 0.25, width: 0.84, height: 0.3 },
    ],
  ],
  claims: { 6: '2.1-2.3 3.1-3.5', 9: '2.1-2.4 3.1-3.3' },
  alsoFor: { 'tomos-award': { 6: '2.1-2.3 3.1-3.5', 9: '2.1-2.4 3.1-3.3' } },
})
tomos.decide('tomos-reclamation', '65 14:30', {
  not: { 9: '2.4' },
  covers: ['6 2b', '9 2a', '9 2b'],
  feedback:
    'You split the complaint into three points, asked the driver and the depot, and found on each; the reply is plain and correct to the penny. I do not see how you weighed the driver’s account against hers, so 2.4 stays open.',
})
tomos.decide('tomos-reclamation', '64 09:45', {
  for: 'tomos-award',
  not: { 9: '2.4' },
  covers: ['6 2b', '9 2a', '9 2b'],
  feedback:
    'Judged for the award on its own. The letter meets the whole of what you claimed in unit 6, and six of seven in unit 9. Bring a case with two accounts that conflict, and say which you believed and why.',
})

tomos.evidence('tomos-procedure', '50 19:40', {
  title: 'Our complaints procedure, explained',
  type: 'personal-statement',
  shows: 51,
  description: 'Stages, times and what a passenger can do after us.',
  statement: [
    'It becomes a complaint when a passenger asks us to answer for something. “The 14 was late” is information. “The 14 was late and I missed my shift, what will you do?” is a complaint, whatever the form is called.',
    'Stage one is mine, ten working days. Stage two is the manager’s, ten more, because nobody should check his own answer. After eight weeks, or our final letter, the passenger may go to the watchdog for bus users, which can recommend but not order.',
    'To admit at once may bind our insurer, hang a driver who did nothing wrong, and set a price for the next hundred. To deny at once is worse when the camera then shows otherwise: the passenger tells the paper, and the watchdog reads our first letter. So the first letter says what we shall look at and when we shall answer.',
  ],
  claims: { 9: '1.1-1.4' },
  alsoFor: { 'tomos-award': { 9: '1.1-1.4' } },
})
tomos.decide('tomos-procedure', '46 11:30', {
  acceptAll: 'Four paragraphs’ worth, one for each claim.',
  feedback: 'All four met. Good analysis in the last paragraph; both sides are there.',
})
tomos.sample(
  { evidence: 'tomos-procedure' },
  '33 14:20',
  'rejected',
  'The stages described are those of last year: since the spring stage two has taken five working days, not ten, and the driver’s depot must be told first. The decision should have caught this. The feedback is also too short to show what was checked.',
)
tomos.question(
  'tomos-procedure',
  '33 14:25',
  { 9: '1.2' },
  'The procedure was changed before the evidence was written: stage two is five working days now. Please ask the learner again and decide anew.',
)
tomos.respond(
  { evidence: 'tomos-procedure' },
  '31 16:10',
  'Accepted. I used the old chart. I shall ask Tomos about the new stages on my next visit, and have thrown the chart away.',
)

tomos.evidence('tomos-summary', '28 17:05', {
  title: 'Complaints of the quarter, sorted by cause',
  type: 'work-product',
  shows: 29,
  description: 'My table for the operations meeting, with the two changes that I proposed.',
  files: ['complaints summary.csv'],
  claims: { 9: '4.3' },
  alsoFor: { 'tomos-award': { 9: '4.3', CH3: '2.1-2.3' } },
})
tomos.decide('tomos-summary', '23 13:15', {
  enough: { '9 4.3': 'Two changes: connecting buses to be held, and the stop notices.' },
  feedback:
    'Sixty-three complaints sorted by cause, and two proposals that follow from the two largest. 4.3 is met for the diploma. Ben has it for the award’s own unit; send him the minutes of the meeting when you have them.',
})

tomos.evidence('tomos-fall', '13 16:50', {
  title: 'Reply to a passenger who fell',
  type: 'work-product',
  shows: 15,
  description: 'What I wrote, and the letter that she sent.',
  statement: [
    'The passenger’s letter was attached here, with her account of the fall and a note from her doctor. I had blacked out the name.',
    'My reply: “Thank you for telling us, and I am sorry that you were hurt. I have asked the depot to keep the recording of that journey, and I shall write to you by Friday of next week with what it shows.”',
  ],
  claims: { 6: '3.3 3.5', 9: '3.4' },
})
tomos.sendBack(
  'tomos-fall',
  '10 09:20',
  'sensitive',
  'A note from a doctor must not be in a portfolio, even blacked out. Leave the letter at work, give me the case number, and I will look at it there. Your reply by itself may stay.',
)

award.evidence('tomos-lessons', '6 20:00', {
  title: 'Why we should want complaints',
  type: 'personal-statement',
  description: 'Knowledge for the third unit of the award.',
  statement: [
    'Every complaint is a report that nobody had to be paid to write. Last winter eleven people told us that the 7 left before the train came in. Timetabling had not known, because on paper it did not.',
    'I sort them by route, by hour and by cause. By route alone, the 7 looked unlucky; by hour you could see that it was the 17.52 and nothing else.',
    'Most say nothing. They think that nothing will happen, or that they will be thought rude, or they have a car by now. For each letter I count about twenty who only sighed.',
  ],
  claims: { CH3: '1.1-1.3' },
})

award.evidence('tomos-writing', '4 18:50', {
  title: 'Worksheet: writing to customers',
  type: 'worksheet',
  worksheet: 'writing',
  description: 'Ben’s four questions, for the award.',
  answers: [
    'Rightly in writing: the refund of a yearly pass, because the sum and the day were wanted again by her employer. I should have rung the man whose mother was left at the stop in Rhyd; he got four paragraphs from me and wanted to hear a voice.',
    'Short sentences, the answer in the first line, “we” for what the company did and “I” for what I shall do. No “regrettably”, no route numbers without the name of the place, nothing in capitals.',
    'The company, since the passenger can rely on what it wrote; and then me, when they ask who wrote it. So before I name a day I ask the depot, and I write the day that they gave me.',
    'The driver’s name, because he is entitled to be asked first. Anything about another passenger. What we think the accident was, before the insurer has looked at it.',
  ],
  claims: { 6: '1.1-1.4' },
})

tomos.evidence('tomos-chat', '3 15:25', {
  title: 'First afternoon on chat',
  type: 'personal-statement',
  description: 'We opened chat on the website on Monday.',
  statement: [
    'People on chat expect an answer while they still have the window open, where by e-mail they allow us a day. I learned this from the first passenger, who wrote “hello?” after forty seconds.',
    'The prepared answer on lost property is a good one, since it gives the opening hours. The one that begins “We understand your frustration” made a man angrier, and I typed my own from then on.',
    'I do not paste anything from the pass system, as it can be copied. When a lady began about her son’s accident I asked whether I might ring her.',
  ],
  claims: { 12: '1.1-1.4' },
})

export const tomosSteps = [...tomos.steps, ...award.steps]
