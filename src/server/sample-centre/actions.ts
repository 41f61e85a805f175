import { centresContract as endpoints } from '#contract/centres.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { anyone } from '#policy/verdict.ts'
import { loadSampleCentre, signIns } from './load.ts'

/** Offered by the first-run page only: the loader itself refuses once there is any centre. */
export const createSampleCentre = action({
  load: nothingToLoad,
  may: anyone,
  input: endpoints['POST /first-run/sample-centre'],
  run: async ({ services }) => {
    await loadSampleCentre(services)
    return { signIns: signIns() }
  },
})
