/** Priya Raman, pharmacy counter assistant: six weeks in, one item withdrawn in time, one too old to count. */
import { portfolio } from './tell.ts'

const priya = portfolio('priya-diploma')

priya.evidence('priya-counter', '36 19:45', {
  title: 'At the counter of a pharmacy',
  type: 'personal-statement',
  shows: 37,
  description: 'What I may do, and what only the pharmacist may.',
  statement: [
    'People come to us worried, so the first thing that they can expect is to be asked quietly. We sell what may be sold without a prescription, hand out what the pharmacist has checked, and book the blood pressure room.',
    'If I look hurried, they do not ask the question that they came for. It is usually the second question that matters.',
    'I may sell and advise from the list. I usually know what the pharmacist would say.',
    'I fetch her for children under two, for anybody who is pregnant, for anything that was bought twice in a week, and when something feels wrong.',
  ],
  claims: { 1: '1.1-1.5' },
})
priya.decide('priya-counter', '32 13:35', {
  not: { 1: '1.4' },
  feedback:
    '“It is usually the second question that matters” shows that you listen, and your list of when to fetch the pharmacist is exact: 1.1, 1.2, 1.3 and 1.5 are met. “I usually know what she would say” worries me under 1.4. Tell me where your own authority ends when she is at lunch.',
})

priya.evidence('priya-message-pad', '27 18:30', {
  title: 'Message pad, Tuesday',
  type: 'work-product',
  shows: 27,
  description: 'Messages that I took for the pharmacist.',
  files: ['message pad.txt'],
  claims: { 7: '2.8 3.2' },
  submitted: 'not-yet',
})
priya.withdraw(
  'priya-message-pad',
  '26 08:15',
  'Two of the messages say what somebody’s medicine is for. I will show the pad to Nadia at work instead.',
)

priya.evidence('priya-hearing', '18 20:25', {
  title: 'A customer who could not hear me over the fridge',
  type: 'personal-statement',
  shows: 19,
  description: 'What I did when speaking louder did not help.',
  statement: [
    'He came in while I was restocking. I put the box down but waited until he looked up from his list. He has two hearing aids and the big fridge hums. I spoke louder, which made everybody hear about his cream but not him.',
    'So I took him to the consultation corner, faced him, and used “twice a day, morning and night” in place of “b.d.”. He asked about the other cream, and I let him get to the end of it before I answered. I wrote the two times on the bag and asked him to tell me when he would use it. He said morning and night, and then “you are the first who wrote it down”.',
    'Two people were waiting. I told them that I would be about four minutes and that my colleague would be back from lunch at one.',
  ],
  claims: { 5: '2.1-2.4 3.2' },
})
priya.decide('priya-hearing', '14 15:10', {
  acceptAll: 'The five claims follow the conversation step by step.',
  covers: ['5 2c'],
  feedback:
    'You noticed that speaking louder had broken his privacy, and mended that before anything else. Having him tell you the times is exactly 2.4, and “four minutes” is 3.2. I shall observe you on the 2 o’clock shift, so that outcome 3 does not rest on your own word alone.',
})

priya.evidence('priya-rehearsal', '12 19:10', {
  title: 'Passing on a call from a surgery',
  type: 'personal-statement',
  shows: 13,
  description: 'How I greet, find out what the call is about and pass it on.',
  statement: [
    'On Wednesday afternoon Sunita rang the shop from the back room and was a receptionist at a surgery. I gave the name of the shop and my own, asked which patient it was about and let her spell it, and told her whom I was putting her through to before I did. She made it hard on purpose by talking about two patients at once.',
  ],
  claims: { 7: '2.3 2.4' },
})
priya.sendBack(
  'priya-rehearsal',
  '10 12:05',
  'wrong-setting',
  'You kept the two patients apart, and I should like to see the same with a real surgery on the line. Unit 7 does not accept calls that a colleague plays, except for the rude caller of 2.9. Write down the next one that comes in, with the time, and send that.',
)

priya.evidence('priya-switchboard', '7 21:05', {
  title: 'My time on the switchboard',
  type: 'personal-statement',
  shows: 8,
  description: 'From when I worked at the hospital.',
  statement: [
    'Before I came to Hallam’s I worked for a year on a hospital switchboard, which was four years ago. We had to answer in five rings, give the name of the hospital, and never say whether somebody was a patient. I transferred about two hundred calls a day and lost hardly any.',
  ],
  claims: { 7: '2.1 2.2 2.6' },
})
priya.sendBack(
  'priya-switchboard',
  '5 12:20',
  'not-current',
  'Two hundred transfers a day is real experience, but it is four years old, and the unit wants what you do now. Keep a note of calls at Hallam’s for a week; I think that you will meet all three by Wednesday. If you have a reference from the hospital, we can look at it as prior learning.',
)

priya.evidence('priya-team', '2 19:35', {
  title: 'The five of us',
  type: 'personal-statement',
  customers: 'internal',
  description: 'Unit 3, outcome 1.',
  statement: [
    'A pharmacy exists so that the right medicine reaches the right person and is understood. The counter is where “understood” happens.',
    'I depend on the dispenser for what is in the bag, and she on me for the name and the date of birth. If I hand out without asking for the address, her checking was for nothing.',
    'We all read the label aloud in the same order. Customers who come every month can tell if it changes, and they worry. Our targets are ten minutes’ wait, no bag given to the wrong person, and the area manager counts both from the log.',
  ],
  claims: { 3: '1.1-1.4' },
})

priya.evidence('priya-certificate', '3 20:05', {
  title: 'Certificate: customer care for health workers',
  type: 'prior-learning',
  shows: 40,
  description: 'From before I came to Hallam’s. The assessment was written.',
  statement: [
    'Two days with an assessment at the end. My answers on complaints and on privacy are in the folder at home.',
  ],
  record: {
    priorKind: 'apl',
    origin: 'Hospital training department, two-day course with a written assessment',
    priorDay: '2022-03-11',
    standsFor:
      'What unit 2 asks about keeping personal information: the course covered it and the assessment tested it.',
  },
  claims: { 2: '3.2' },
})

export const priyaSteps = priya.steps
