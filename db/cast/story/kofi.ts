/** Kofi Mensah, front-of-house assistant: nine days in, one statement, not yet submitted. */
import { portfolio } from './tell.ts'

const kofi = portfolio('kofi-diploma')

kofi.evidence('kofi-first-week', '5 22:10', {
  title: 'My first week at the front desk',
  type: 'personal-statement',
  shows: 6,
  description: 'Nadia said to start with what I noticed.',
  statement: [
    'The lobby is the first thing that guests see, and they see me before they see the lobby. On my second day a family came in wet through. I had been told to ask for the booking name first. I gave them towels first, and the father thanked me three times before I knew who they were.',
    'I have noticed that when I smile but look at the screen, people do not think that I am smiling.',
  ],
  claims: { 1: '1.1 1.3', 11: '1.1' },
  submitted: 'not-yet',
})

export const kofiSteps = kofi.steps
