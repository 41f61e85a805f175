import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type Result as Answer, hrefOf } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { dayText } from '../words/index.ts'
import { refusalKindNames, refusalKindTexts, triedText } from '../words/refusals.ts'
import style from './refusals.module.css'

type Refusals = Answer<'GET /centres/:centreId/refusals'>
type Refusal = Refusals['refusals'][number]

/** What was refused in the last 30 days: how much on which day, and to whom. */
export default function SecurityPage() {
  const { centreId } = useCentre()
  const refusals = useResult('GET /centres/:centreId/refusals', {})
  return (
    <Page
      title="Security"
      about="Failed sign-ins and refused requests of the last 30 days. A few are normal. Many in one day, or by one person, are worth a question."
      actions={
        <Button
          component="a"
          href={hrefOf('GET /centres/:centreId/refusals.csv', { params: { centreId } })}
          download
          variant="default"
        >
          Download CSV
        </Button>
      }
    >
      <Result of={refusals} lines={8}>
        {answer =>
          answer.of === 0 ? (
            <Empty title="Nothing was refused">No failed sign-ins or refused requests in the last 30 days.</Empty>
          ) : (
            <>
              <Section title="By day">
                <Days days={answer.days} />
                <dl className={style.kinds}>
                  {answer.kinds.map(k => (
                    <div key={k.kind}>
                      <dt>{refusalKindNames[k.kind]}</dt>
                      <dd>
                        <strong>{k.count}</strong>
                        <small>{refusalKindTexts[k.kind]}</small>
                      </dd>
                    </div>
                  ))}
                </dl>
              </Section>
              <Section
                title="By person"
                aside={
                  answer.of > answer.refusals.length && <span>{`Top ${answer.refusals.length} of ${answer.of}`}</span>
                }
              >
                <DataTable
                  caption="Refusals by person and request"
                  columns={columns}
                  rows={answer.refusals}
                  rowKey={r => `${r.person?.id} ${r.kind} ${r.route}`}
                  total={answer.of}
                />
              </Section>
            </>
          )
        }
      </Result>
    </Page>
  )
}

/** One bar for each day. The same in words for whoever does not see it; each day's figures are in the CSV file. */
function Days({ days }: Pick<Refusals, 'days'>) {
  const most = days.reduce((max, d) => (d.count > max.count ? d : max), { day: '', count: 0 })
  const total = days.reduce((sum, d) => sum + d.count, 0)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  return (
    <figure className={style.figure}>
      <figcaption>
        {count(total, 'refusal')}. Most on {dayText(most.day)}: {most.count}.
      </figcaption>
      <div className={style.bars} aria-hidden="true">
        {days.map(d => (
          <span key={d.day} title={`${dayText(d.day)}: ${d.count}`} data-none={d.count === 0 || undefined}>
            <span style={{ height: `${(100 * d.count) / most.count}%` }} />
          </span>
        ))}
      </div>
      <div className={style.ends} aria-hidden="true">
        <span>{dayText(first.day)}</span>
        <span>{dayText(last.day)}</span>
      </div>
    </figure>
  )
}

const columns: Column<Refusal>[] = [
  {
    key: 'person',
    label: 'Person',
    names: true,
    cell: r =>
      r.person ? (
        <Link
          to={'/c/$centreId/people/$personId' as '/'}
          params={{ personId: r.person.id } as never}
          className={style.link}
        >
          {r.person.name}
        </Link>
      ) : (
        'Not a member of this centre'
      ),
  },
  { key: 'kind', label: 'What happened', cell: r => refusalKindNames[r.kind] },
  { key: 'tried', label: 'Request', cell: r => triedText(r.route, r.summary) },
  { key: 'count', label: 'Times', end: true, cell: r => r.count },
  { key: 'last', label: 'Last on', cell: r => dayText(r.lastDay) },
]
