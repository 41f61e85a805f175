import { z } from 'zod'
import { roles } from '#domain/people/roles.ts'
import { contract, id, line, lineOrNothing } from './endpoint.ts'
import { newPassword } from './sign-in.ts'

export const roleName = z.enum(roles)

export const centresContract = contract({
  'GET /first-run': {
    summary: 'Whether the system is empty, so that its first centre can be made',
    result: z.object({ empty: z.boolean() }),
  },
  'POST /first-run/centre': {
    summary: 'Create the first centre and its first administrator; refused once there is any centre',
    body: z.object({
      centreName: line(),
      centreNumber: lineOrNothing(40).default(''),
      name: line(),
      email: z.email('Give a whole e-mail address'),
      password: newPassword,
    }),
    result: z.object({ centreId: id }),
  },
  'POST /first-run/sample-centre': {
    summary: 'Load the sample centre into an empty system, and say who can sign in to it',
    result: z.object({
      signIns: z.array(
        z.object({
          name: z.string(),
          email: z.string(),
          roles: z.array(roleName),
          centre: z.string(),
          story: z.string(),
          password: z.string(),
        }),
      ),
    }),
  },
  'GET /me': {
    summary: 'Who is signed in, and in which centres with which roles',
    result: z.object({
      person: z.object({ id, name: z.string(), email: z.string(), twoFactor: z.boolean() }),
      centres: z.array(
        z.object({
          id,
          name: z.string(),
          /** Who one is in this centre: it keeps a name of its own for each of its people. */
          person: z.object({ id, name: z.string() }),
          roles: z.array(roleName),
        }),
      ),
    }),
  },
})
