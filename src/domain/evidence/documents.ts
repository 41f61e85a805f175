/**
 * Documents that are no evidence by themselves, declared by the learner when they submit: a policy or procedure shows what
 * a workplace wants, not what the learner did (R74); a blank form shows nothing, unless the learner made it to start
 * something (R75).
 */
import { Refusal } from '../refusal.ts'

export type DeclaredDocuments = {
  /** A policy or procedure is among the files. */
  policy: boolean
  /** What a blank form among the files started, in the words of the learner who made it; null where there is none. */
  ownBlankForm: string | null
}
export const noDocuments: DeclaredDocuments = { policy: false, ownBlankForm: null }

/** Fewer letters than this cannot say how a policy applies, or what a form was made for. */
export const leastWords = 20

/**
 * Refuses a policy without the learner's own words on how they follow it in their job, and a blank form without what it was
 * made for. `words` is what the learner wrote on the evidence: statement, description and record.
 */
export function requireDocumentsExplained(declared: DeclaredDocuments, words: string): void {
  if (declared.policy && words.trim().length < leastWords)
    throw new Refusal('evidence/policy-needs-words', { least: leastWords })
  if (declared.ownBlankForm !== null && declared.ownBlankForm.trim().length < leastWords)
    throw new Refusal('evidence/blank-form-unexplained', { least: leastWords })
}

/** Whether anything was declared; only then it is part of what an assessor sees. */
export const saysOfDocuments = ({ policy, ownBlankForm }: DeclaredDocuments): boolean => policy || ownBlankForm !== null
