import type { Services } from '#platform/services.ts'

/**
 * What was taken out for good stays out: after a crash between the commit and the deletion, and after a backup was restored
 * that still held it. Run at every start.
 */
export async function takeOutRemoved({ ownerPool, files }: Pick<Services, 'ownerPool' | 'files'>): Promise<void> {
  const { rows } = await ownerPool.query<{ sha256: string }>(
    `select distinct f.sha256 from files f where f.removed_at is not null
        and not exists (select 1 from files o where o.sha256 = f.sha256 and o.removed_at is null)`,
  )
  for (const { sha256 } of rows) await files.remove(sha256)
}
