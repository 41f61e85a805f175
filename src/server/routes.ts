/** The table of contents: every endpoint of the house and the action that answers it. */
import type { Key } from '#contract/endpoint.ts'
import type { Contract } from '#contract/index.ts'
import * as centres from './centres/actions.ts'
import * as drafts from './drafts/actions.ts'
import * as people from './people/actions.ts'
import type { Action } from './platform/http/action.ts'
import * as registrations from './registrations/actions.ts'

export const routes = {
  'GET /first-run': centres.askFirstRun,
  'POST /first-run/centre': centres.createFirstCentre,
  'GET /me': centres.selectMe,
  'GET /centres/:centreId/drafts/:subject': drafts.selectOwnDraft,
  'PUT /centres/:centreId/drafts/:subject': drafts.keepDraft,
  'DELETE /centres/:centreId/drafts/:subject': drafts.forgetDraft,
  'GET /centres/:centreId/people': people.listPeople,
  'GET /centres/:centreId/people.csv': people.downloadPeople,
  'POST /centres/:centreId/people': people.addPerson,
  'GET /centres/:centreId/people/:personId': people.selectPerson,
  'PUT /centres/:centreId/people/:personId/name': people.correctName,
  'POST /centres/:centreId/people/:personId/roles': people.grantRole,
  'POST /centres/:centreId/people/:personId/role-endings': people.endRole,
  'POST /centres/:centreId/people/:personId/invitations': people.invitePerson,
  'PUT /centres/:centreId/people/:personId/allotments': people.allotQualifications,
  'GET /centres/:centreId/allottable-qualifications': people.listAllottable,
  'GET /centres/:centreId/letters': people.listOutbox,
  'POST /centres/:centreId/letters/:letterId/openings': people.openLetter,
  'GET /centres/:centreId/registrations': registrations.listRegistrations,
  'POST /centres/:centreId/registrations': registrations.registerLearner,
  'GET /centres/:centreId/registrations/:registrationId': registrations.selectRegistration,
  'POST /centres/:centreId/registrations/:registrationId/allocations': registrations.allocate,
  'PUT /centres/:centreId/registrations/:registrationId/units': registrations.chooseUnits,
} satisfies { [K in keyof Contract]: K extends Key ? Action<K> : never }
