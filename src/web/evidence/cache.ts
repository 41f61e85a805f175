import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { queryClient, resultOf, useCentre } from '../results.ts'

/** The evidence on the screen, brought into step with an answer without asking for the whole again. */
export function useEvidenceCache(evidenceId: string) {
  const { centreId } = useCentre()
  const { queryKey } = resultOf('GET /centres/:centreId/evidence/:evidenceId', { params: { centreId, evidenceId } })
  return {
    patch: (change: Partial<EvidenceResult>, version: Partial<EvidenceVersion> = {}) =>
      queryClient.setQueryData<EvidenceResult>(queryKey, was => {
        const [newest, ...older] = was?.versions ?? []
        return was && newest && { ...was, ...change, versions: [{ ...newest, ...version }, ...older] }
      }),
    ask: () => queryClient.invalidateQueries({ queryKey }),
    /** What is missing as the house has it: answers to parts saved side by side may arrive in another order than they were made. */
    missingNow: async () => {
      await queryClient.invalidateQueries({ queryKey })
      return queryClient.getQueryData<EvidenceResult>(queryKey)?.missing ?? []
    },
  }
}
