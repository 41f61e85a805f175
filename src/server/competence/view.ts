import { stringify } from 'csv-stringify/sync'
import { type CompetenceRole, competenceRoles } from '#domain/competence/authority.ts'
import { authorityNow, cpdGap, endingWarning } from '#domain/competence/ending.ts'
import { levelsToShow, missingRows, type Requirement, rowsOf } from '#domain/competence/requirements.ts'
import type { Day } from '#domain/time.ts'
import { FileReply } from '#platform/http/action.ts'
import type {
  ListAwardsRow,
  ListCompetenceEvidenceRow,
  ListCompetentPeopleRow,
  ListCpdRow,
  ListRequirementConfirmationsRow,
  ListScopesRow,
} from './queries.ts'

export type Confirmations = ReadonlyMap<string, ListRequirementConfirmationsRow>

export const confirmationView = (confirmed: ListRequirementConfirmationsRow | undefined) =>
  confirmed
    ? { applies: confirmed.applies as Requirement[], source: confirmed.source, by: confirmed.by, at: confirmed.at }
    : null

export const confirmationsView = (confirmations: Confirmations) =>
  Object.fromEntries(competenceRoles.map(role => [role, confirmationView(confirmations.get(role))])) as Record<
    CompetenceRole,
    ReturnType<typeof confirmationView>
  >

/** One person in one role, as the overview and the person's own page tell it. */
export function standingView(row: ListCompetentPeopleRow, today: Day, offered: number[], confirmations: Confirmations) {
  const role = row.role as CompetenceRole
  const now = authorityNow(row.facts, role, today)
  const open = row.facts.scopes.filter(s => s.role === role && (s.until === null || s.until >= today))
  const awards = row.facts.awards.filter(a => a.role === role && (a.until === null || a.until >= today))
  const award = awards.find(a => a.kind === 'held') ?? awards[0]
  const awardShown = awards.some(a => row.shownAwards.includes(a.id))
  const applies = confirmations.get(role)?.applies ?? null
  const levels = levelsToShow(open, offered).map(level => ({
    level,
    rows: rowsOf(role, level, row.evidence, awardShown, applies),
  }))
  return {
    person: { id: row.personId, name: row.name },
    role,
    now: { ...now, warning: endingWarning(now.until, today) },
    award: award ? { title: award.title, kind: award.kind, declared: !row.shownAwards.includes(award.id) } : null,
    scopes: open.map(s => ({
      qualification: s.qualificationId === null ? null : (row.titles[s.qualificationId] ?? ''),
      levels: s.levels,
    })),
    levels,
    missing: levels.reduce((sum, l) => sum + missingRows(l.rows).length, 0),
    lastCpd: row.lastCpd,
    cpdGap: cpdGap(row.lastCpd, today),
    registrations: row.registrations,
  }
}

export type Standing = ReturnType<typeof standingView>
export const overviewRow = ({ levels: _, ...row }: Standing) => row

type Finding = { search: string; role?: CompetenceRole; state: string; sort: string }

/** Filters and sorts in memory: those who judge in one centre are few. */
export function found(rows: Standing[], { search, role, state, sort }: Finding): Standing[] {
  const down = sort.startsWith('-')
  const key = (r: Standing) =>
    ({
      name: r.person.name.toLowerCase(),
      role: r.role,
      until: r.now.standing === 'none' ? '0' : (r.now.until ?? '9999'),
      missing: String(r.missing).padStart(4, '0'),
    })[sort.replace('-', '') as 'name']
  return rows
    .filter(r => r.person.name.toLowerCase().includes(search.toLowerCase()))
    .filter(r => !role || r.role === role)
    .filter(r => isIn(state, r))
    .toSorted((a, b) => (down ? -1 : 1) * key(a).localeCompare(key(b)))
}

function isIn(state: string, { now, missing, cpdGap: gap }: Standing): boolean {
  if (state === 'ending') return now.warning !== null
  if (state === 'gaps') return missing > 0
  if (state === 'cpd') return gap
  return state === 'all' || now.standing === state
}

export function recordView(standings: Standing[], confirmations: Confirmations, evidence: ListCompetenceEvidenceRow[]) {
  return standings.map(({ role, now, levels }) => ({
    role,
    now,
    confirmation: confirmationView(confirmations.get(role)),
    levels: levels.map(({ level, rows }) => ({
      level,
      rows: rows.map(row => ({
        ...row,
        evidence: evidence
          .filter(e => e.role === role && e.level === level && e.requirement === row.requirement)
          .map(({ role: _, level: __, requirement: ___, ...e }) => e),
      })),
    })),
  }))
}

export const awardView = ({ shownBy, shownAt, ...award }: ListAwardsRow) => ({
  ...award,
  shown: shownAt ? { by: shownBy ?? '', at: shownAt } : null,
})

export const scopeView = ({ qualificationId, qualification, ...scope }: ListScopesRow) => ({
  ...scope,
  qualification: qualificationId ? { id: qualificationId, title: qualification ?? '' } : null,
})

export const cpdView = (entry: ListCpdRow) => entry

/** The overview for a spreadsheet. A cell that could start a formula is made plain text. */
export function competenceFile(rows: Standing[]): FileReply {
  const lines = rows.map(r => [
    ...[r.person.name, r.role, r.now.standing, r.now.until ?? '', r.award?.title ?? '', r.award?.kind ?? ''],
    r.award ? (r.award.declared ? 'no' : 'yes') : '',
    r.scopes.map(s => `${s.qualification ?? 'all'} (${s.levels?.join(' ') ?? 'every level'})`).join('; '),
    ...[r.missing, r.lastCpd ?? '', r.cpdGap ? 'yes' : 'no', r.registrations],
  ])
  const text = stringify(lines, {
    header: true,
    columns: [
      ...['name', 'as', 'entitled', 'until', 'award', 'award is', 'certificate shown', 'scope'],
      ...['requirements not shown', 'last CPD', 'no CPD in 12 months', 'registrations'],
    ],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  return new FileReply(text, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="competence.csv"',
  })
}
