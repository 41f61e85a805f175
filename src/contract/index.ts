import { centresContract } from './centres.ts'
import { decisionsContract } from './decisions.ts'
import { progressContract } from './progress.ts'
import { draftsContract } from './drafts.ts'
import { peopleContract } from './people.ts'
import { registrationsContract } from './registrations.ts'

/** Every endpoint of the house. A contract that `server/routes.ts` does not answer fails the type-check. */
export const everyContract = {
  ...centresContract,
  ...decisionsContract,
  ...progressContract,
  ...draftsContract,
  ...peopleContract,
  ...registrationsContract,
}

export type Contract = typeof everyContract
