import type { TreeUnit } from '#domain/qualifications/tree.ts'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { nameOfUnit } from './combination.ts'
import style from './registrations.module.css'
import { Suggestions } from './UnitsVerdict.tsx'

/** What the rules say of the units achieved, apart from those planned, and the shortest way from here to the end. */
export function CompletionSection({ registrationId, versionId }: { registrationId: string; versionId: string }) {
  const judged = useResult('GET /centres/:centreId/registrations/:registrationId/combination', {
    params: { registrationId },
  })
  const version = useResult('GET /centres/:centreId/versions/:versionId', { params: { versionId } })
  return (
    <Section title="Does it make the qualification?">
      <Result of={judged} lines={3}>
        {({ planned, achieved, achievedUnits, suggestions, shortest }) => {
          const units = version.data?.tree.units ?? []
          const left = units.filter(u => planned.chosen.includes(u.code) && !achievedUnits.includes(u.id))
          return (
            <>
              <h3>Units achieved</h3>
              <p>
                {count(achievedUnits.length, 'unit')} with every criterion confirmed
                {achieved.credits !== null && `, ${count(achieved.credits, 'credit')}`}.{' '}
                {achieved.valid ? (
                  <StateMark tone="done">They make the qualification</StateMark>
                ) : (
                  <StateMark tone="plain">Not complete yet</StateMark>
                )}
              </p>
              <Required
                codes={achieved.problems.flatMap(p => (p.code === 'required-missing' ? p.units : []))}
                units={units}
              />
              <Problems of={achieved.problems.filter(p => p.code !== 'required-missing')} />
              <h3>Units planned</h3>
              <p>
                {count(planned.chosen.length, 'unit')}
                {planned.credits !== null && `, ${count(planned.credits, 'credit')}`}.{' '}
                {planned.valid ? (
                  <StateMark tone="done">They will make the qualification</StateMark>
                ) : (
                  <StateMark tone="waiting">They do not make the qualification yet</StateMark>
                )}
              </p>
              <Problems of={planned.problems} />
              {!achieved.valid && units.length > 0 && (
                <>
                  {suggestions.length > 0 && (
                    <>
                      <p>Change the plan in one of these ways. What has begun stays.</p>
                      <Suggestions units={units} suggestions={suggestions} />
                    </>
                  )}
                  {left.length > 0 && (
                    <p>
                      Still to achieve of the plan: {left.map(nameOfUnit).join('; ')}
                      {suggestions.some(s => s.remove.length > 0) && ', without what is taken out'}.
                    </p>
                  )}
                  <Shortest ways={shortest} units={units} planned={planned.chosen} />
                </>
              )}
            </>
          )
        }}
      </Result>
    </Section>
  )
}

/** The fewest units that complete what is confirmed; those that are not in the plan are marked. */
function Shortest({
  ways,
  units,
  planned,
}: {
  ways: { add: string[]; provisional: boolean }[]
  units: TreeUnit[]
  planned: string[]
}) {
  if (ways.length === 0) return null
  return (
    <>
      <h3>The shortest way to completion</h3>
      <p>From what is achieved, the fewest units that make the qualification:</p>
      <ul className={style.problems}>
        {ways.map(({ add, provisional }) => (
          <li key={add.join()}>
            {count(add.length, 'unit')}:{' '}
            {units
              .filter(u => add.includes(u.id))
              .map(u => `${nameOfUnit(u)}${planned.includes(u.code) ? '' : ' (not in the plan)'}`)
              .join('; ')}
            .{provisional && ' This satisfies the rules that are known.'}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Of what is achieved, a unit is not "not chosen" but not there yet. */
function Required({ codes, units }: { codes: string[]; units: TreeUnit[] }) {
  const names = units.filter(u => codes.includes(u.code)).map(nameOfUnit)
  return names.length > 0 && <p>Required and not achieved yet: {names.join('; ')}.</p>
}

function Problems({ of }: { of: { code: string; rule: number | null; message: string }[] }) {
  if (of.length === 0) return null
  return (
    <ul className={style.problems}>
      {of.map(p => (
        <li key={`${p.code}${p.rule}${p.message}`}>{p.message}</li>
      ))}
    </ul>
  )
}
