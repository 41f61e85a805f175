import type { DirectCondition } from '#domain/competence/direct-model.ts'
import type { QualityKind } from '#domain/quality-records/record.ts'
import { type Codes, text } from './codes.ts'
import { dayText } from './times.ts'

export const qualityKindNames: Record<QualityKind, string> = {
  'risk-assessment': 'Awarding organisation’s risk assessment of the centre',
  'quality-measure': 'Awarding organisation’s quality measure',
  'feedback-on-eqa': 'Our feedback on an EQA',
  'employer-feedback': 'Feedback from an employer',
  'direct-model-problem': 'Problem with the Employer Direct Model',
}

export const directConditionNames: Record<DirectCondition, string> = {
  liaison: 'Worked with the awarding organisation before beginning',
  'roles-reviewed': 'Roles prepared, validated and reviewed',
  mapping: 'Own training mapped in full to the standards for assessing and verifying',
  'mapping-agreed': 'Mapping agreed with the awarding organisation',
  'equal-rigour': 'Shown to be as rigorous as the qualification itself',
}

export const qualityRecordsCodes = {
  'quality-records/day-to-come': () => 'This day has not come yet. Give the day on which it was so.',
  'quality-records/before-the-record': d =>
    `A follow-up comes after what it follows${d.after ? `, which was on ${dayText(text(d.after))}` : ''}.`,
} satisfies Codes
