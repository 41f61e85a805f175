/** Oliver Bright, of the other centre: nobody at Weir Street may ever see a line of this. */
import { portfolio } from './tell.ts'

const oliver = portfolio('oliver-diploma')

oliver.evidence('oliver-shoes', '50 18:00', {
  title: 'Selling shoes to people in a hurry',
  type: 'personal-statement',
  shows: 52,
  description: 'What I am there for.',
  statement: [
    'Parents before the start of term expect to be told how long it will take, and the truth about whether the child’s foot will last the winter in that size. We sell, measure, order and stretch.',
    'I may exchange unworn shoes for eight weeks. Worn ones go to the manager, and so does anything about somebody’s feet that looks like a matter for a doctor.',
  ],
  claims: { 1: '1.1 1.2 1.4 1.5' },
})
oliver.decide('oliver-shoes', '47 10:25', {
  acceptAll: 'Two paragraphs, two claims in each.',
  feedback:
    'You know that parents want the truth about the winter more than a sale, and your limits are plain. All four are met. Tell me next how your own manner changes what they think of Northgate, for 1.3.',
})
oliver.sample(
  { evidence: 'oliver-shoes' },
  '30 14:45',
  'accepted',
  'The decisions are sound and the feedback names what comes next. Fiona, “your limits are plain” would be stronger with the example of the worn shoes. No action.',
)

oliver.evidence('oliver-gauge', '22 12:35', {
  title: 'Foot gauge and stock sheet before opening',
  type: 'work-product',
  shows: 23,
  description: 'Photo of my preparation.',
  files: ['IMG_0388.jpg'],
  claims: { 1: '2.1 2.3' },
})
oliver.sendBack(
  'oliver-gauge',
  '20 16:05',
  'unclear',
  'I can make out a counter, but neither the gauge nor a word of the sheet. Please take it again in daylight, close enough to read.',
)

oliver.evidence('oliver-tips', '14 17:20', {
  title: 'Ten tips for fitting',
  type: 'work-product',
  shows: 16,
  description: 'Leaflet for customers.',
  statement: [
    'Measure both feet. Measure standing. Afternoon is better than morning. Half a thumb at the front. Check the heel. Walk to the door and back. Never say “they will give”. Socks as worn. Write the size on the card. See you in eight weeks.',
  ],
  claims: { 5: '2.5' },
})
oliver.sendBack(
  'oliver-tips',
  '12 09:55',
  'not-own-work',
  'The same ten tips hang in the Harbour Road branch with Tara’s name under them. Using a leaflet of hers with a customer would be evidence; having written it is not yours to claim. Show me when you used it.',
)

oliver.evidence('oliver-late-order', '4 18:50', {
  title: 'An order that did not come',
  type: 'personal-statement',
  shows: 6,
  description: 'School shoes, three days before term.',
  statement: [
    'The pair had gone to the wrong branch. I rang the mother before she set out, told her that I could have them by Thursday or lend her the half size up with an insole until then, and what each would mean. She chose Thursday. I drove them over on Wednesday night.',
  ],
  claims: { 1: '3.5 3.6', 8: '3.2 3.3' },
})

export const oliverSteps = oliver.steps
