import type { Action } from '#platform/http/action.ts'
import { openApiOf } from '#platform/reference/openapi.ts'
import { routes } from '#server/routes.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { permissionsDocument } from './permissions.ts'
import { requirementsDocument } from './requirements.ts'
import { schemaDocument } from './schema.ts'
import { statesDocument } from './states.ts'

const actions = routes as Record<string, Action>

/** What is printed from the code: name under docs/generated, and how it is made. A test compares. */
export const documents: Record<string, (databaseUrl: string) => Promise<string> | string> = {
  'states.md': statesDocument,
  'permissions.md': () => permissionsDocument(actions),
  'schema.md': schemaDocument,
  'requirements.md': requirementsDocument,
  'openapi.json': () => `${JSON.stringify(openApiOf(actions, packageJson.version), null, 2)}\n`,
}
