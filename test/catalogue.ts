import { sampleSpecification } from '#cast/qualification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { type Published, publishSpecification } from '#server/qualifications/publish.ts'
import type { TestServer } from './server.ts'

/** The sample centre's two qualifications, the diploma first, published in a test's centre as its person. */
export async function publishedSample(server: TestServer, centreId: string, personId: string): Promise<Published[]> {
  const at = new Date().toISOString()
  return await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, { centreId, specification: sampleSpecification, importId: null, personId, at }),
  )
}
