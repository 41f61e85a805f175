import { useSearch } from '@tanstack/react-router'
import { witnessStatuses } from '#domain/testimonies/testimony.ts'
import { type Result as Answer, hrefOf } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { dayText } from '../words/index.ts'
import { placeNames } from '../words/progress.ts'
import { witnessStatusNames } from '../words/testimonies.ts'
import style from './testimonies.module.css'
import { WitnessFlags } from './WitnessFlags.tsx'

const key = 'GET /centres/:centreId/learners/:learnerId/witnesses'
type Witness = Answer<typeof key>['witnesses'][number]

/** Everybody who testified or decided for one learner, with their status: it fills itself (R59). */
export default function WitnessesPage() {
  const { centreId, person } = useCentre()
  const { learnerId = person.id } = useSearch({ strict: false }) as { learnerId?: string }
  const witnesses = useResult(key, { params: { learnerId } })
  const own = learnerId === person.id
  const csv = hrefOf('GET /centres/:centreId/learners/:learnerId/witnesses.csv', { params: { centreId, learnerId } })
  return (
    <Page
      title="Witnesses and assessors"
      breadcrumb={[
        { label: own ? 'My evidence' : 'Evidence', to: '/c/$centreId/evidence', search: own ? {} : { learnerId } },
        { label: 'Ask a witness', to: '/c/$centreId/evidence/witness', search: own ? {} : { learnerId } },
      ]}
      about={`Everybody who has testified or decided for ${own ? 'you' : (witnesses.data?.learner.name ?? 'this learner')}. The list fills itself.`}
      actions={
        <a href={csv} download>
          Spreadsheet (CSV)
        </a>
      }
    >
      <Result of={witnesses}>
        {answer =>
          answer.witnesses.length === 0 ? (
            <Empty title="Nobody yet">
              Whoever testifies or decides comes onto this list with their first signature.
            </Empty>
          ) : (
            <>
              <List witnesses={answer.witnesses} />
              <dl className={style.key}>
                {witnessStatuses.map(s => (
                  <div key={s}>
                    <dt>{s}</dt>
                    <dd>{witnessStatusNames[s]}</dd>
                  </div>
                ))}
              </dl>
            </>
          )
        }
      </Result>
    </Page>
  )
}

function List({ witnesses }: { witnesses: Witness[] }) {
  const reachable = witnesses.some(w => w.contact)
  return (
    <table className={style.people}>
      <caption className="hidden-text">Witnesses and assessors with their status</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Status</th>
          <th scope="col">To the learner</th>
          <th scope="col">What they did</th>
          {reachable && <th scope="col">To be reached at</th>}
        </tr>
      </thead>
      <tbody>
        {witnesses.map(w => (
          <tr key={`${w.name}${w.status}${w.relationship}`}>
            <th scope="row">{w.name}</th>
            <td>{w.status ? `Status ${w.status}` : 'On the centre’s staff'}</td>
            <td>
              {w.status
                ? [w.relationship, w.position].filter(Boolean).join(', ')
                : (placeNames[w.relationship as keyof typeof placeNames] ?? w.relationship)}
            </td>
            <td>
              {[
                ...(w.testimonies > 0 ? [count(w.testimonies, 'testimony', 'testimonies')] : []),
                ...(w.decisions > 0 ? [count(w.decisions, 'decision')] : []),
              ].join(', ')}
              , last on {dayText(w.last)}
            </td>
            {reachable && (
              <td>
                {w.contact && (
                  <>
                    {w.contact.telephone}, {w.contact.email}
                    <WitnessFlags flags={w.contact.flags} />
                  </>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
