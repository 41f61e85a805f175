/** The worksheets that the sample centre has made: its questions for what has to be known in a unit (R82). */

export type CastWorksheet = {
  key: string
  centre: string
  /** By the number that the specification prints. */
  unit: string
  by: string
  madeDaysAgo: number
  title: string
  /** Each with the criterion that it asks for. */
  questions: { text: string; asks: string }[]
}

export const worksheets: CastWorksheet[] = [
  {
    key: 'expectations',
    centre: 'weir-street',
    unit: '2',
    by: 'ben',
    madeDaysAgo: 184,
    title: 'Worksheet: customers and what they expect',
    questions: [
      {
        asks: '1.1',
        text: 'Who buys from you, and which colleague could not work without you? What is the difference?',
      },
      { asks: '1.2', text: 'Think of three groups of your customers. What does each need that the others do not?' },
      { asks: '1.3', text: 'When has somebody’s upbringing, belief or language changed what they expected of you?' },
      { asks: '1.4', text: 'How do you see that a customer is becoming unhappy, before they say so?' },
      { asks: '2.1', text: 'What makes a customer come back to you?' },
      { asks: '2.2', text: 'What does your organisation lose when it loses a customer? Give figures if you can.' },
      { asks: '2.3', text: 'How did your organisation get its good name, and what would damage it?' },
      { asks: '2.4', text: 'How do reviews, and what people tell each other, reach your customers before you do?' },
      { asks: '3.1', text: 'A customer got something that is not as promised. What are their main rights?' },
      { asks: '3.2', text: 'What does the law ask of you when you handle somebody’s personal details, and why?' },
      { asks: '3.3', text: 'What does treating a customer with a disability fairly mean where you work?' },
      { asks: '3.4', text: 'Where do you look when you are not sure which rules apply to your job?' },
    ],
  },
  {
    key: 'writing',
    centre: 'weir-street',
    unit: '6',
    by: 'ben',
    madeDaysAgo: 60,
    title: 'Worksheet: writing to customers',
    questions: [
      {
        asks: '1.1',
        text: 'Tell me of one case that you rightly settled in writing, and one where you should have rung.',
      },
      { asks: '1.2', text: 'What does your organisation’s house style ask for, and what does it forbid?' },
      { asks: '1.3', text: 'You write “you will have it by Friday”. Whom does that bind, and why?' },
      { asks: '1.4', text: 'What may never stand in a letter or an e-mail to a customer? Say why for each.' },
    ],
  },
]

export function worksheetOf(key: string): CastWorksheet {
  const found = worksheets.find(one => one.key === key)
  if (!found) throw new Error(`no worksheet ${key}`)
  return found
}
