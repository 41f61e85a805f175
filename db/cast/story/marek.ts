/** Marek Nowak, parts counter assistant: what comes back with a reason, and how it is mended. */
import { portfolio } from './tell.ts'

const marek = portfolio('marek-diploma')

marek.evidence('marek-counter', '115 18:20', {
  title: 'Behind the parts counter',
  type: 'personal-statement',
  description: 'What we sell, who comes and what I can decide.',
  statement: [
    'Half of our customers are garages, who know the part number and want it in ten seconds. The other half are people with a noise. Both can expect that I ask for the registration first, since guessing costs everybody a second trip.',
    'We sell parts, fluids, tools and bulbs, and we fit wipers and bulbs free of charge. I can give ten per cent to trade and take back any unopened part. Opened electrical parts I cannot take back, and the manager decides.',
    'When I am bored it shows, and a customer with a noise thinks the whole of Calverley is bored with his car. If somebody says brakes or steering and I am not certain, I fetch Ewan from the workshop, always.',
  ],
  claims: { 1: '1.1-1.5' },
})
marek.decide('marek-counter', '111 13:20', {
  acceptAll: 'Five claims, all plainly there.',
  feedback: 'Good: registration first, ten per cent, unopened only, and Ewan for brakes. All five met. Next: 1.6.',
})

marek.evidence('marek-policy', '96 12:15', {
  title: 'Returns policy',
  type: 'work-product',
  shows: 97,
  description: 'Our policy on returns and what we can offer.',
  files: ['Returns policy v4.pdf'],
  claims: { 8: '1.3', 1: '1.4' },
})
marek.sendBack(
  'marek-policy',
  '92 15:00',
  'policy-document',
  'A policy shows what your employer wrote, not what you know. Tell me in your own words what you can offer at the counter, and one time when you had to say no.',
)
marek.newVersion('marek-policy', '80 17:40', {
  title: 'What I can offer, in my own words',
  type: 'personal-statement',
  shows: 81,
  description: 'Instead of the policy.',
  statement: [
    'I can change a part, give the money back, or give a credit to the account if the garage prefers it. For an unopened part with the invoice I do it on the spot. Without the invoice I can find it by registration if it is less than three months old.',
    'Yesterday a man brought back a sensor that he had plugged in. I said no, because it might have been damaged by his car, and that I could send it to the maker to be tested, which takes ten days and costs nothing if it is faulty. He took that.',
  ],
  claims: { 8: '1.3', 1: '1.4' },
})
marek.decide('marek-policy', '76 09:55', {
  covers: ['1 2c'],
  feedback:
    'Now I can hear you. Three remedies, when each applies, and a “no” that came with a way forward; 8-1.3 and 1-1.4 are met.',
})

marek.evidence('marek-brake-pads', '70 18:05', {
  title: 'Wrong brake pads',
  type: 'personal-statement',
  shows: 71,
  description: 'A garage was sent the pads for the older model.',
  statement: [
    'Stella from the garage rang with a car on the lift. I let her shout for a bit. Then I asked for the part number on the box and looked up the order: we had sent what was ordered, but our web page showed the same picture for both models.',
    'We agreed that it was the page and not her. I could decide it, as it was under a hundred pounds. I offered to have the right pads there in forty minutes by van, or that she buy them locally and we pay the difference. She took the van. I drove them over.',
    'I rang at four and the car had left. I reported the picture to Kirsty, who looks after the page, and wrote it in the problem book. It was the third time, which you can see now that it is written down.',
  ],
  claims: { 8: '2.1-2.4 3.1-3.5 4.1 4.2' },
})
marek.decide('marek-brake-pads', '66 16:25', {
  not: { 8: '3.4' },
  enough: { '8 3.1': '' },
  covers: ['8 2b'],
  feedback:
    'A complete story from the shout to the problem book, and ten of eleven are met. There is nothing on keeping Stella informed in those forty minutes, so 3.4 stays open.',
})
marek.sample(
  { evidence: 'marek-brake-pads' },
  '59 11:30',
  'accepted-with-action',
  'I agree with the decisions, and with 3.4 left open. The feedback does not say what the learner should do next about the two other customers whom the unit asks for. Please add this to his plan, and write at least one sentence on what was done well.',
)
marek.respond(
  { evidence: 'marek-brake-pads' },
  '57 10:10',
  'Agreed. His plan now names two more problems, one of which must be a misunderstanding, and I have written to Marek about what he did well.',
)

marek.evidence('marek-calls', '52 17:30', {
  title: 'Telephone log, one afternoon',
  type: 'work-product',
  shows: 54,
  description: 'The log that I kept next to the telephone.',
  files: ['telephone log.csv'],
  claims: { 7: '2.1 2.3 2.4 2.8 3.1 3.2' },
})
marek.decide('marek-calls', '47 14:10', {
  not: { 7: '2.1' },
  covers: ['7 1a', '7 1b'],
  feedback:
    'Who rang, what for, what was promised and when it was done: five met, and the message for Ewan could be acted on as it stands. The log does not show how quickly you answered; I will sit in for 2.1.',
})

marek.evidence('marek-form', '35 12:40', {
  title: 'Complaint form',
  type: 'work-product',
  shows: 35,
  description: 'The form that we use.',
  files: ['Complaint form (blank).pdf'],
  claims: { 9: '2.1 4.1' },
})
marek.sendBack(
  'marek-form',
  '30 15:45',
  'blank-document',
  'Nobody has filled this in, so it shows nothing that you did. Send one that you completed, with the customer’s name replaced by the case number.',
)

marek.evidence('marek-stages', '26 19:05', {
  title: 'How complaints work here',
  type: 'personal-statement',
  description: 'Unit 9, outcome 1.',
  statement: [
    'A complaint is when a customer is not happy. We have a form. The manager deals with it and it takes about a week. If they are still not happy they can go to the trading standards.',
    'You should not say that it is our fault.',
  ],
  claims: { 9: '1.1-1.4' },
})
marek.sendBack(
  'marek-stages',
  '19 10:20',
  'wrong-level',
  'Unit 9 is at level 3, so “explain” wants reasons and “analyse” wants both sides. Why should you not admit fault too early, and what goes wrong if you deny it too early? Add the time allowed for each stage; Kirsty has the chart.',
)
marek.newVersion('marek-stages', '2 21:15', {
  title: 'How complaints work here, again',
  type: 'personal-statement',
  shows: 3,
  description: 'Second try. I still need the times from Kirsty’s chart.',
  statement: [
    'It turns into a complaint at the point where putting the part right is no longer enough for the customer. Somebody who swaps a bulb has had a problem. Somebody who drove forty miles twice for that bulb has a complaint, even after the swap.',
    'If I say at the counter that it was our fault, the insurer may refuse to pay and Ewan may turn out to have done nothing wrong. If I say that it was not, and the workshop then finds that it was, the customer stops believing anything that we write. So I say what I know, what I do not know yet, and when I shall know it.',
  ],
  claims: { 9: '1.1 1.4' },
  submitted: 'not-yet',
})

marek.evidence('marek-listening', '9 18:35', {
  title: 'Listening to people with a noise',
  type: 'personal-statement',
  shows: 10,
  description: 'Unit 5, outcome 1.',
  statement: [
    'When I fold my arms and say “no problem”, people believe the arms. I found this out from the security camera, which the manager showed to all of us.',
    'If I let a customer make the noise that the car makes, I have the right part in one go. If I interrupt, I order the wrong one, and that takes a day.',
    'The compressor next door starts every six minutes. I stop talking until it stops, or take people to the quiet end.',
    'I do not say EGR or ABS module to somebody who said “the yellow light”. I say “the part that cleans the exhaust” and show it.',
  ],
  claims: { 5: '1.1-1.4' },
})

marek.evidence('marek-day-book', '6 18:10', {
  title: 'The counter’s day book, one week',
  type: 'work-product',
  shows: 8,
  description: 'Who came, what was agreed and what was left for the next shift. It cannot leave the counter.',
  statement: [],
  record: {
    purpose: 'Whoever opens the counter in the morning carries on from it.',
    ownPart: 'The entries with my initials: Tuesday to Friday.',
    keptElsewhere: true,
    keptWhat: 'Day book of the parts counter, 40 pages',
    keptAt: 'Calverley Motor Factors, parts counter, under the till; ask for the manager',
  },
  claims: { 1: '4.2 4.3' },
})
marek.seeWhereKept('marek-day-book', '3 14:30', 'sunita', 'Pages 12 to 16, his initials on eleven entries.')

export const marekSteps = marek.steps
