import { standingCorrection } from '#domain/qualifications/corrections.ts'
import { Corrected } from './Editable.tsx'
import type { Review } from './review.ts'

/** The correction that stands at a place that is not edited as text, with its undoing; `was` says what stood there. */
export function CorrectedAt({ review, path, was }: { review: Review; path: string; was?: (from: unknown) => string }) {
  const correction = standingCorrection(review.corrections, path)
  return correction ? <Corrected review={review} correction={correction} was={was} /> : null
}
