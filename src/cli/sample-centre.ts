import { Refusal } from '#domain/refusal.ts'
import type { Services } from '#platform/services.ts'
import { loadSampleCentre, signIns } from '#server/sample-centre/load.ts'

/** Loads the sample centre where the system is empty, and answers the sign-ins as text. */
export async function loadUnlessThere(services: Services): Promise<string> {
  console.log('Loading the sample centre …')
  try {
    await loadSampleCentre(services)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'centres/not-empty')) throw error
    console.log('There is a centre already: nothing was loaded.')
  }
  const rows = signIns().map(
    s => `  ${s.email.padEnd(32)} ${s.name.padEnd(20)} ${s.roles.join(', ').padEnd(24)} ${s.centre}`,
  )
  return `\nThe people of the sample centre, all with the password ${signIns()[0]?.password}:\n\n${rows.join('\n')}\n`
}
