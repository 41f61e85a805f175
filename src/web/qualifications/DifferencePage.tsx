import { Link, useParams } from '@tanstack/react-router'
import { useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { differenceText } from '../words/differences.ts'
import { instantText } from '../words/index.ts'
import { Changes } from './Changes.tsx'

const toVersion = '/c/$centreId/catalogue/versions/$versionId'
// A link to a page above this one gets a class from the router, and with it would lose the colour of links.
const colour = { color: 'var(--accent)' }

/** What changed from one version to another, for whoever has to teach, assess or move learners. */
export default function DifferencePage() {
  const params = useParams({ strict: false }) as { versionId: string; otherId: string }
  const asked = useResult('GET /centres/:centreId/versions/:versionId/differences/:otherId', { params })
  const catalogue = { label: 'Catalogue', to: '/c/$centreId/catalogue' }
  if (!asked.data)
    return (
      <Page title="What has changed" breadcrumb={[catalogue]}>
        {asked.error ? <Refused problem={asked.error} again={() => void asked.refetch()} /> : <Loading lines={12} />}
      </Page>
    )
  const { from, to, difference, structures } = asked.data
  const breadcrumb = [catalogue, { label: to.title, to: toVersion, params: { versionId: to.versionId } }]
  return (
    <Page
      title="What has changed"
      breadcrumb={breadcrumb}
      about={
        <>
          From{' '}
          <Link to={toVersion} params={{ versionId: from.versionId } as never} style={colour}>
            {from.title === to.title ? 'version' : `${from.title}, version`} {from.version}
          </Link>{' '}
          of {instantText(from.publishedAt)} to{' '}
          <Link to={toVersion} params={{ versionId: to.versionId } as never} style={colour}>
            version {to.version}
          </Link>{' '}
          of {instantText(to.publishedAt)}. Learners stay on the version they registered for.
        </>
      }
    >
      <Section title={differenceText(difference)}>
        <Changes difference={difference} structures={structures} />
      </Section>
    </Page>
  )
}
