import { linkDays, type TestimonyType } from '#domain/testimonies/testimony.ts'

type Asked = {
  witnessName: string
  type: TestimonyType
  learner: string
  centre: string
  askedBy: string
  asks: string
  link: string
}

/** The letter that carries the link: who asks, for whom, and what signing means. */
export function witnessLetter({ witnessName, type, learner, centre, askedBy, asks, link }: Asked) {
  const role = type === 'expert-witness' ? 'an expert witness' : 'a witness'
  const body = [
    `Dear ${witnessName}`,
    `${learner} is working towards a qualification with ${centre}. ${askedBy} asks you, as ${role}, to confirm what you saw:`,
    asks,
    `It takes a few minutes, on a telephone too, and you need no account:\n${link}`,
    `Only you have this link: please do not pass it on. It works once, for ${linkDays} days. What you sign goes to ${learner}’s assessor; your telephone number is seen by quality staff only, who may ring you to ask whether it was you.`,
    'If you do not know what this is about, you need do nothing.',
    'Countersign',
  ].join('\n\n')
  return { subject: `${learner} asks you to confirm what you saw`, body }
}
