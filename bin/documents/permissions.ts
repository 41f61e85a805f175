import { type Role, roles } from '#domain/people/roles.ts'
import type { Action } from '#platform/http/action.ts'
import { type Actor, anyone, type Verdict } from '#policy/verdict.ts'

/**
 * docs/generated/permissions.md: each endpoint's own `may`, asked for each role alone, about records of every kind it
 * could be asked about: one's own and another's, seen in every capacity.
 */
export function permissionsDocument(actions: Record<string, Action>): string {
  const groups = Map.groupBy(Object.values(actions), a => groupOf(a.key))
  return `# Who may do what

Every endpoint's policy, asked for each role alone. **yes**: whatever the record · **some**: it depends on the record (whose it is, in which
capacity one sees it) · empty: never. Before any of this, a record must exist for the person: \`src/policy/visibility.sql\` says for whom it does,
and where it does not, the answer is 404 whatever stands here. What is possible at the moment (409) is the domain's question, and stands in
[states.md](states.md).

${[...groups].map(([group, of]) => section(group, of)).join('\n')}`
}

const groupOf = (key: string): string =>
  (key.split(' ')[1] ?? '')
    .replace(/^\/centres\/:centreId(?=\/)/, '')
    .split('/')[1]
    ?.replace(/\.\w+$/, '') ?? ''

function section(group: string, of: Action[]): string {
  const line = (a: Action) => {
    const cells = a.may === (anyone as unknown) ? roles.map(() => 'yes') : roles.map(role => cellOf(a, role))
    const open = a.may === (anyone as unknown) ? ' (also without signing in)' : ''
    return `| \`${a.key}\`${open} | ${cells.join(' | ')} |`
  }
  return `## ${group}\n\n| | ${roles.join(' | ')} |\n|---|${roles.map(() => '---').join('|')}|\n${of.map(line).join('\n')}\n`
}

/** What the policy answers over all situations. A policy that a situation makes stumble needs that situation told below. */
export function cellOf(action: Action, role: Role): 'yes' | 'some' | '' {
  const answers = new Set(situations(role).map(s => verdictOf(action, s).allowed))
  if (answers.size === 2) return 'some'
  return answers.has(true) ? 'yes' : ''
}

type Situation = { actor: Actor; loaded: unknown; context: unknown }

function verdictOf(action: Action, { actor, loaded, context }: Situation): Verdict {
  try {
    return action.may(actor as never, loaded as never, context as never)
  } catch (error) {
    throw new Error(`${action.key}: its policy needs a situation that bin/documents/permissions.ts does not tell`, {
      cause: error,
    })
  }
}

const me = '00000000-0000-4000-8000-000000000001'
const another = '00000000-0000-4000-8000-000000000002'

/** In which capacities `visible_registrations` can show a record to somebody who holds only this role. */
const capacities: Record<Role, string[]> = {
  learner: ['learner'],
  'trainee-assessor': ['trainee-assessor'],
  assessor: ['assessor', 'countersigner'],
  iqa: ['iqa'],
  'lead-iqa': ['lead-iqa', 'iqa'],
  eqa: ['eqa'],
  mentor: ['mentor'],
  'centre-administrator': ['centre-administrator'],
}

function situations(role: Role): Situation[] {
  const actor: Actor = {
    personId: me,
    name: 'A',
    email: 'a@example.org',
    sessionId: me,
    centreId: another,
    centreName: 'C',
    roles: [role],
  }
  return capacities[role].flatMap(capacity =>
    [me, another].flatMap(whose => {
      // One's own record is seen as its learner, and only as that: nobody is allocated to themselves.
      const own = whose === me
      if (own && role !== 'learner') return []
      // Whoever judges may be entitled by their records today, or not.
      return [[me, true] as const, [another, true] as const, [me, false] as const, [another, false] as const].map(
        ([createdBy, yes]) => {
          const whom = { learnerId: own ? me : another, personId: own ? me : another }
          const loaded = recordSeen({ ...whom, createdBy, capacity, entitled: { entitled: yes, gaps: [] } })
          return { actor, loaded, context: { params: {}, query: {}, actor, now: '2026-01-01T00:00:00.000Z' } }
        },
      )
    }),
  )
}

/** A record with every field that policies ask about; a loader that answers a list or a wrapper finds it inside as well. */
function recordSeen({
  learnerId,
  createdBy,
  capacity,
  personId,
  entitled,
}: {
  learnerId: string
  createdBy: string
  capacity: string
  entitled: { entitled: boolean; gaps: [] }
  personId: string
}) {
  const record = {
    learnerId,
    createdBy,
    personId,
    seenAs: [capacity],
    ownRoles: [capacity],
    places: [{ ownRoles: [capacity], qualified: entitled, working: entitled }],
    conflicted: !entitled.entitled,
    assessesUnder: !entitled.entitled,
    authorId: createdBy,
    ownerId: personId,
  }
  return new Proxy(record, { get: (target, key) => (key in target ? target[key as keyof typeof target] : record) })
}
