/** The table of contents: every endpoint of the house and the action that answers it. */
import type { Key } from '#contract/endpoint.ts'
import type { Contract } from '#contract/index.ts'
import * as centres from './centres/actions.ts'
import type { Action } from './platform/http/action.ts'

export const routes = {
  'GET /first-run': centres.askFirstRun,
  'POST /first-run/centre': centres.createFirstCentre,
  'GET /me': centres.selectMe,
} satisfies { [K in keyof Contract]: K extends Key ? Action<K> : never }
