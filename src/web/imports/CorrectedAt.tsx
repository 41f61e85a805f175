import { standingCorrection } from '#domain/qualifications/corrections.ts'
import { Corrected } from './Editable.tsx'
import type { Review } from './review.ts'

/** The correction that stands at a place that is not edited as text, with its undoing. */
export function CorrectedAt({ review, path }: { review: Review; path: string }) {
  const correction = standingCorrection(review.corrections, path)
  return correction ? <Corrected review={review} correction={correction} /> : null
}
