import { centresContract as endpoints } from '#contract/centres.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotSignedIn } from '#platform/http/problems.ts'
import { anyone, anyoneSignedIn } from '#policy/verdict.ts'
import { requireGoodPassword } from '#server/people/account.ts'
import { foundFirstCentre } from './founding.ts'
import { listCentresOfSession, selectIsEmpty, selectOwnAccount } from './queries.ts'
import { meView } from './view.ts'

export const askFirstRun = action({
  load: nothingToLoad,
  may: anyone,
  input: endpoints['GET /first-run'],
  run: ({ db }) => selectIsEmpty(db, {}),
})

export const createFirstCentre = action({
  load: nothingToLoad,
  may: anyone,
  input: endpoints['POST /first-run/centre'],
  run: async ({ body, services, now }) => {
    await requireGoodPassword('password', body.password, [body.centreName, body.name], body.email)
    const centre = { name: body.centreName, number: body.centreNumber || null }
    return { centreId: await foundFirstCentre(services.ownerPool, centre, body, now) }
  },
})

export const selectMe = action({
  load: async ({ db, now, request }) => {
    if (!request.sessionToken) throw new NotSignedIn()
    const session = { sessionToken: request.sessionToken, at: now }
    return { centres: await listCentresOfSession(db, session), account: await selectOwnAccount(db, session) }
  },
  may: anyoneSignedIn,
  input: endpoints['GET /me'],
  run: async ({ actor, loaded }) => meView(actor, loaded),
})
