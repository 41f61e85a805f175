import { useEffect, useRef } from 'react'
import { Changes } from '../qualifications/Changes.tsx'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { differenceText } from '../words/differences.ts'
import { instantText } from '../words/index.ts'

/** What publishing would change in qualifications that are in the catalogue already; nothing where all are new. */
export function ImportDifferences({ importId, revision }: { importId: string; revision: number }) {
  const { data, refetch } = useResult('GET /centres/:centreId/imports/:importId/differences', { params: { importId } })
  const seen = useRef(revision)
  // A correction changes what is compared.
  useEffect(() => {
    if (seen.current !== revision) void refetch()
    seen.current = revision
  }, [revision, refetch])
  if (!data || data.differences.length === 0) return null
  return data.differences.map(({ title, number, from, difference, structures }) => (
    <Section key={number ?? title} title={`${title}: in the catalogue already`}>
      <p>
        Compared with version {from.version}, published {instantText(from.publishedAt)}. {differenceText(difference)}
      </p>
      {!difference.same && (
        <details>
          <summary style={{ padding: '0.35rem 0' }}>Show what publishing would change</summary>
          <Changes difference={difference} structures={structures} />
        </details>
      )}
    </Section>
  ))
}
