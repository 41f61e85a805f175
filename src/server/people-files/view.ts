import type { Preview } from './previewing.ts'

// The rest of a long file is counted, not shown: nobody reads five thousand good lines.
const goodRowsShown = 300

export function previewView({ file, facts, plan, faults, token }: Preview) {
  const faulty = new Set(faults.map(f => f.line))
  const good = file.lines.filter(l => !faulty.has(l.line)).slice(0, goodRowsShown)
  const rows = [...file.lines.filter(l => faulty.has(l.line)), ...good].map(l => ({
    line: l.line,
    name: l.name || (facts.people.get(l.email)?.name ?? ''),
    email: l.email,
    roles: l.roles,
    here: facts.people.has(l.email),
    qualification: facts.versionOf(l.qualification)?.title ?? l.qualification,
    units: l.units.length,
    levelReason: l.levelReason,
    funding: l.funding,
  }))
  const { encoding, lines } = file
  const { people, registrations } = plan
  return {
    ...{ token, encoding, faults, rows },
    lines: lines.length,
    people: people.length,
    registrations: registrations.length,
  }
}
