import type { ConflictKind, ConflictWay } from '#domain/conflicts/conflict.ts'
import type { Codes } from './codes.ts'

/** What connects the two. */
export const conflictKindNames: Record<ConflictKind, string> = {
  family: 'Family or partner',
  friend: 'Friends',
  'works-together': 'Colleagues at work',
  'line-management': 'One manages the other',
  financial: 'Money or business',
  other: 'Something else',
}

export const conflictWayNames: Record<ConflictWay, string> = {
  'other-assessor': 'Somebody else judges and samples',
  'full-sampling': 'They may judge, and everything they decide is sampled',
}

export const conflictsCodes = {
  'conflicts/ended': () => 'This conflict of interest has ended. Declare it anew if it is there again.',
  'conflicts/with-oneself': () =>
    'Learner and assessor are one person here. Nobody judges their own work, so there is nothing to declare.',
  'conflicts/names-you': () =>
    'Nobody whom a conflict of interest names may manage it. The lead IQA or another administrator does.',
} satisfies Codes
