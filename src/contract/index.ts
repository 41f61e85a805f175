import { centresContract } from './centres.ts'

/** Every endpoint of the house. A contract that `server/routes.ts` does not answer fails the type-check. */
export const everyContract = {
  ...centresContract,
}

export type Contract = typeof everyContract
