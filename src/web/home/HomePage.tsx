import { useCentre } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { roleList } from '../words/index.ts'

export default function HomePage() {
  const { name, person, roles } = useCentre()
  return (
    <Page title={`Hello, ${person.name.split(' ')[0]}`} about={`${roleList(roles)} at ${name}`}>
      {null}
    </Page>
  )
}
