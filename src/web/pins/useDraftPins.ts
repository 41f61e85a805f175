import { useMemo } from 'react'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'
import { type Board, labelsOf, pinsOf, useBoardFilled, useNewBoard } from './board.ts'

/** The learner's pins on the claims of a draft: kept by the house at once. Anybody else looks at them. */
export function useDraftPins(evidence: EvidenceResult, version: EvidenceVersion): Board {
  const board = useNewBoard()
  const invalidates = ['GET /centres/:centreId/evidence/:evidenceId' as const]
  const setPin = useChange('POST /centres/:centreId/evidence/:evidenceId/pins', { invalidates })
  const takeOut = useChange('DELETE /centres/:centreId/evidence/:evidenceId/pins/:pinId', { invalidates })
  const may = evidence.can.claim.allowed
  const params = { evidenceId: evidence.id }
  const options = useMemo(
    () => (may ? [...labelsOf(version.claims)].map(([key, label]) => ({ key, label })) : []),
    [may, version.claims],
  )
  const labels = useMemo(() => labelsOf(version.claims), [version.claims])
  const pins = useMemo(() => pinsOf(version, labels, () => may), [version, labels, may])
  const refused = (error: unknown) => say(sentenceFor(error as never), 'refused')
  useBoardFilled(board, {
    pins,
    options,
    labels,
    inHand: options.some(o => o.key === board.get().inHand) ? null : options[0]?.key,
    set: (key, fileId, place) => {
      const claim = version.claims.find(c => keyOf(c) === key)
      if (!claim) return
      const { registrationId, criterionId } = claim
      const body = { id: crypto.randomUUID(), registrationId, criterionId, fileId, place }
      setPin.mutateAsync({ params, body }).catch(refused)
    },
    remove: pin => {
      if (pin.id) takeOut.mutateAsync({ params: { ...params, pinId: pin.id } }).catch(refused)
    },
  })
  return board
}
