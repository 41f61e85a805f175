/**
 * What happened at the sample centre in the last five months, for the loader to repeat through the real actions.
 *
 * Days are counted back from today and nothing happens today, so that the story holds at whatever hour it is loaded.
 */
import { aminaSteps } from './story/amina.ts'
import { graceSteps } from './story/grace.ts'
import { kofiSteps } from './story/kofi.ts'
import { leanneSteps } from './story/leanne.ts'
import { marekSteps } from './story/marek.ts'
import { oliverSteps } from './story/oliver.ts'
import { priyaSteps } from './story/priya.ts'
import type { Step } from './story/tell.ts'
import { tomosSteps } from './story/tomos.ts'

export type { EvidenceContent, Judgement, SampleOf, SampleOutcome, Step } from './story/tell.ts'

/** Oldest first. Steps of one moment keep the order in which they are told. */
export const story: Step[] = [
  aminaSteps,
  kofiSteps,
  leanneSteps,
  marekSteps,
  graceSteps,
  tomosSteps,
  priyaSteps,
  oliverSteps,
]
  .flat()
  .toSorted((one, other) => other.daysAgo - one.daysAgo || one.time.localeCompare(other.time))
