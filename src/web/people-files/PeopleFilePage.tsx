import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { columns } from '#domain/people-files/columns.ts'
import { type Result as Answer, hrefOf } from '../api.ts'
import { useCentre, useChange } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { columnWork } from '../words/people-files.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { Preview } from './Preview.tsx'
import style from './people-files.module.css'

type Looked = { file: File; seen: Answer<'POST /centres/:centreId/people-files/preview'> }

/** A spreadsheet of people and registrations: looked at whole, then written whole. */
export default function PeopleFilePage() {
  const look = useChange('POST /centres/:centreId/people-files/preview', { invalidates: [] })
  const write = useChange('POST /centres/:centreId/people-files')
  const [looked, setLooked] = useState<Looked | null>(null)
  const take = (file: File) => {
    write.reset()
    setLooked(null)
    look.mutate({ body: file }, { onSuccess: seen => setLooked({ file, seen }) })
  }
  const confirmed = ({ file, seen }: Looked) =>
    write.mutate({ query: { token: seen.token as string }, body: file }, { onSuccess: () => setLooked(null) })
  return (
    <Page
      wide
      title="Add people and registrations by file"
      about="Nothing is written until you have looked at the whole file and confirmed it."
      breadcrumb={[{ label: 'People', to: '/c/$centreId/people' }]}
    >
      {write.data ? (
        <Written {...write.data} another={() => write.reset()} />
      ) : (
        <>
          <ChooseFile take={take} busy={look.isPending || write.isPending} />
          {look.error && <Refused problem={look.error} />}
          {look.isPending && <Loading lines={3} says="Reading the file" />}
          {write.error && (
            <Refused
              problem={write.error}
              action={looked && <Button onClick={() => take(looked.file)}>Look again</Button>}
            />
          )}
          {looked && (
            <Preview
              name={looked.file.name}
              seen={looked.seen}
              confirm={() => confirmed(looked)}
              writing={write.isPending}
            />
          )}
          <Columns />
        </>
      )}
    </Page>
  )
}

function Written({ people, registrations, another }: { people: number; registrations: number; another: () => void }) {
  return (
    <Section title="Written">
      <p role="status">
        {count(people, 'person was', 'people were')} added or given roles, and{' '}
        {count(registrations, 'registration was', 'registrations were')} made. An invitation is written to whoever is
        new here.
      </p>
      <p>
        <Link to={'/c/$centreId/people' as '/'}>People</Link> ·{' '}
        <Link to={'/c/$centreId/learners' as '/'}>Learners</Link> ·{' '}
        <Link to={'/c/$centreId/people/outbox' as '/'}>Outbox</Link>
      </p>
      <Button variant="default" onClick={another}>
        Another file
      </Button>
    </Section>
  )
}

function Columns() {
  const { centreId } = useCentre()
  return (
    <Section
      title="What goes into the file"
      aside={
        <a href={hrefOf('GET /centres/:centreId/people-files/template.csv', { params: { centreId } })} download>
          Download a template
        </a>
      }
    >
      <p>
        A CSV file as any spreadsheet saves it, with these headings in its first line, in any order. One line a person;
        a learner with two qualifications has two lines. Only the e-mail column is always needed.
      </p>
      <dl className={style.columns}>
        {columns.map(c => (
          <div key={c}>
            <dt>{c}</dt>
            <dd>{columnWork[c]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
