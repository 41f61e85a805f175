/** Who says where evidence may come from: those who answer for the centre's catalogue. Everybody in it reads it. */
import type { Role } from '#domain/people/roles.ts'
import { type Actor, holders } from './verdict.ts'

/** A centre administrator or the lead IQA records sources and settles contradictions (R104). */
export const mayRecordPermissions = holders('centre-administrator', 'lead-iqa')

/** Whoever assesses or answers for quality, and the administrators, name a centre's simulations and environments (R105). */
export const mayKeepSetUps = holders('centre-administrator', 'assessor', 'iqa', 'lead-iqa')

/** Going through the checklist is a judgement: an assessor's or a quality assurer's, in their name (R105). */
export const mayCheckSetUps = holders('assessor', 'iqa', 'lead-iqa')

/** In which role the event is recorded. */
export const checksAs = ({ roles }: Actor): Role =>
  (['lead-iqa', 'iqa', 'assessor'] as const).find(role => roles.includes(role)) ?? 'centre-administrator'
