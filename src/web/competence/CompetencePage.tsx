import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type CompetenceRole, competenceRoles } from '#domain/competence/authority.ts'
import { type Result as Answer, hrefOf } from '../api.ts'
import { Conflicts } from '../conflicts/Conflicts.tsx'
import { useCentre, useResult } from '../results.ts'
import { type Column, DataTable, useTable } from '../ui/DataTable.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import {
  awardText,
  competenceRoleNames,
  competenceStates,
  scopesText,
  standingNames,
  toneOf,
  untilText,
} from '../words/competence.ts'
import { dayText } from '../words/index.ts'
import { ConfirmRequirements } from './ConfirmRequirements.tsx'

type Overview = Answer<'GET /centres/:centreId/competence'>
type Row = Overview['rows'][number]
type State = keyof typeof competenceStates

const columns: Column<Row>[] = [
  {
    key: 'name',
    label: 'Name',
    sort: true,
    names: true,
    cell: r => (
      <Link to={'/c/$centreId/competence/$personId' as '/'} params={{ personId: r.person.id } as never}>
        {r.person.name}
      </Link>
    ),
  },
  { key: 'role', label: 'For', sort: true, cell: r => competenceRoleNames[r.role] },
  {
    key: 'until',
    label: 'Entitled',
    sort: true,
    cell: r => (
      <div>
        <StateMark tone={toneOf(r.now)}>{standingNames[r.now.standing]}</StateMark>
        <span className={style.quiet}>{untilText(r.now)}</span>
      </div>
    ),
  },
  {
    key: 'award',
    label: 'By',
    cell: r => (
      <div>
        {r.award ? awardText(r.award) : 'Nothing on record'}
        {r.award?.declared && <span className={style.quiet}>Declared, nothing shown yet</span>}
      </div>
    ),
  },
  {
    key: 'scope',
    label: 'Scope',
    cell: r => <div>{r.scopes.length === 0 ? 'None now' : scopesText(r.scopes)}</div>,
  },
  {
    key: 'missing',
    label: 'Not shown',
    sort: true,
    end: true,
    cell: r => <span className="tabular">{r.missing}</span>,
  },
  {
    key: 'cpd',
    label: 'Last CPD',
    cell: r => (
      <div>
        {r.cpdGap ? (
          <StateMark tone="attention">{r.lastCpd ? dayText(r.lastCpd) : 'None'}</StateMark>
        ) : (
          <span className="tabular">{dayText(r.lastCpd)}</span>
        )}
      </div>
    ),
  },
  {
    key: 'registrations',
    label: 'Named on',
    end: true,
    cell: r => <span className="tabular">{r.registrations}</span>,
  },
]

/** Everybody who judges or verifies here: entitled as what and until when, what is not shown, who has no CPD (R111 to R115). */
export default function CompetencePage() {
  const { centreId } = useCentre()
  const table = useTable({ sort: 'name', filters: ['role', 'state'] as const })
  const { role, state, sort, ...rest } = table.query
  const finding = {
    search: rest.search,
    sort: sort as 'name',
    role: role as CompetenceRole | undefined,
    state: state as State | undefined,
  }
  const overview = useResult('GET /centres/:centreId/competence', { query: { ...rest, ...finding } }, { keep: true })
  const filtered = Boolean(rest.search || role || state)
  return (
    <Page
      title="Competence"
      about="Who may judge and verify here, on what it rests, and until when."
      actions={
        <Button component={Link} to={'/c/$centreId/quality' as '/'} variant="default">
          Quality records
        </Button>
      }
    >
      <Result of={overview} lines={8}>
        {answer => (
          <>
            <DataTable
              caption="Competence of those who judge and verify"
              columns={columns}
              rows={answer.rows}
              rowKey={r => `${r.person.id}${r.role}`}
              total={answer.total}
              table={table}
              searchLabel="Search by name"
              csv={hrefOf('GET /centres/:centreId/competence.csv', { params: { centreId }, query: finding })}
              busy={overview.isPlaceholderData}
              empty={
                <Empty title={filtered ? 'Nobody matches' : 'Nobody judges here yet'}>
                  {filtered
                    ? 'Search for less, or choose another state.'
                    : 'Give somebody the role assessor or IQA on the page People.'}
                </Empty>
              }
              filters={
                <>
                  <NativeSelect
                    className={forms.filter}
                    label="For"
                    value={role ?? ''}
                    onChange={e => table.set({ role: e.currentTarget.value || undefined })}
                    data={[
                      { value: '', label: 'Anything' },
                      ...competenceRoles.map(r => ({ value: r, label: competenceRoleNames[r] })),
                    ]}
                  />
                  <NativeSelect
                    className={forms.filter}
                    label="Show"
                    value={state ?? 'all'}
                    onChange={e =>
                      table.set({ state: e.currentTarget.value === 'all' ? undefined : e.currentTarget.value })
                    }
                    data={Object.entries(competenceStates).map(([value, label]) => ({ value, label }))}
                  />
                </>
              }
            />
            <Conflicts />
            <Confirmations answer={answer} />
          </>
        )}
      </Result>
    </Page>
  )
}

/** Which requirements apply to whom: to be confirmed by name, since no source at hand says it any more (R111). */
function Confirmations({ answer: { confirmations, can } }: { answer: Overview }) {
  const [confirming, setConfirming] = useState<CompetenceRole | null>(null)
  return (
    <Section title="Which requirements apply">
      <p>
        The assessment strategy says which requirements apply to whom. Somebody who has it at hand confirms them by
        name; until then every line counts as an open question.
      </p>
      <ul className={style.list}>
        {competenceRoles.map(role => {
          const confirmed = confirmations[role]
          return (
            <li key={role}>
              <div>
                {competenceRoleNames[role]}{' '}
                <StateMark tone={confirmed ? 'done' : 'waiting'}>
                  {confirmed ? `${confirmed.applies.length} of 7 apply` : 'To be confirmed'}
                </StateMark>
                {confirmed && (
                  <span className={style.quiet}>
                    Confirmed by {confirmed.by} on {dayText(confirmed.at)}: {confirmed.source}
                  </span>
                )}
              </div>
              {can.confirm && (
                <Button variant="default" onClick={() => setConfirming(role)}>
                  {confirmed ? 'Confirm anew' : 'Confirm'}
                  <span className="hidden-text"> for {competenceRoleNames[role].toLowerCase()}</span>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {confirming && (
        <ConfirmRequirements
          role={confirming}
          standing={confirmations[confirming]?.applies ?? null}
          close={() => setConfirming(null)}
        />
      )}
    </Section>
  )
}
