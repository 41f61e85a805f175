import type { MadeUnder } from '../decisions/events.ts'
import type { CriterionKey, Judgement } from '../decisions/layers.ts'
import type { Mark } from '../worksheets/marks.ts'
import type { QuestionGround } from './question.ts'

/** What is doubted of a decision, and what came of it. The subject is the evidence; the criteria stop counting at once. */
export type QuestionEvent =
  | {
      type: 'criteria-questioned'
      body: { version: number; questionId: string; ground: QuestionGround; criteria: CriterionKey[] }
    }
  | {
      type: 'question-answered'
      body: {
        version: number
        questionId: string
        decisionId: string
        judgements: Judgement[]
        contentHash: string
        authority: MadeUnder[]
        /** Every mark of a worksheet, where some were changed with it (R82). */
        marks?: Mark[]
      }
    }
