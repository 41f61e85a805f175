import { Button } from '@mantine/core'
import { useState } from 'react'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { lostStates } from '../words/registrations.ts'
import { nameOfUnit } from './combination.ts'
import style from './registrations.module.css'

/** Where a newer version has been published: what a move to it would mean for this learner. Nothing is changed by looking. */
export function MoveSection({ registrationId, versionId }: { registrationId: string; versionId: string }) {
  const version = useResult('GET /centres/:centreId/versions/:versionId', { params: { versionId } })
  const [looking, setLooking] = useState(false)
  const newest = version.data?.versions[0]
  if (!version.data || !newest || newest.version <= version.data.tree.version) return null
  return (
    <Section
      title="A newer version has been published"
      aside={
        !looking && (
          <Button variant="default" onClick={() => setLooking(true)}>
            See what a move would mean
          </Button>
        )
      }
    >
      <p>
        This learner stays on version {version.data.tree.version}. Version {newest.version} changes nothing for them.
      </p>
      {looking && <Preview registrationId={registrationId} versionId={newest.id} />}
    </Section>
  )
}

function Preview({ registrationId, versionId }: { registrationId: string; versionId: string }) {
  const preview = useResult('GET /centres/:centreId/registrations/:registrationId/moves/:newerId', {
    params: { registrationId, newerId: versionId },
  })
  return (
    <Result of={preview} lines={5}>
      {({ version, units, newCriteria, newMandatory, confirmed, begun, verdict }) => (
        <>
          <p>
            {confirmed.carried + confirmed.lost === 0
              ? 'Nothing is confirmed yet. '
              : `Of what is confirmed, ${count(confirmed.carried, 'criterion', 'criteria')} would carry over to version ${version} and ${confirmed.lost} would not. `}
            {begun.carried + begun.lost > 0 &&
              `Of everything begun, ${count(begun.carried, 'criterion', 'criteria')} would carry over and ${begun.lost} would not. `}
            {newCriteria === 0
              ? 'No criterion would be asked for on top.'
              : `${count(newCriteria, 'criterion', 'criteria')} would be asked for on top.`}
          </p>
          <ul className={style.places}>
            {units.map(({ unit, becomes, identical, carried, lost }) => (
              <li key={unit.unitId}>
                <div>
                  {nameOfUnit(unit)}
                  <span className={style.quiet}>
                    {identical
                      ? 'The same, word for word'
                      : becomes
                        ? `Becomes ${nameOfUnit(becomes)}: ${count(carried, 'criterion', 'criteria')} in the same words`
                        : 'Not in the newer version'}
                  </span>
                  {lost.length > 0 && (
                    <details className={style.more}>
                      <summary>{count(lost.length, 'criterion', 'criteria')} would not carry over</summary>
                      <ul>
                        {lost.map(c => (
                          <li key={c.criterionId}>
                            {c.number} {c.text}{' '}
                            {c.state !== 'none' && <StateMark tone="attention">{lostStates[c.state]}</StateMark>}
                          </li>
                        ))}
                      </ul>
                    </details>
                  )}
                </div>
              </li>
            ))}
          </ul>
          {newMandatory.length > 0 && <p>New and mandatory: {newMandatory.map(nameOfUnit).join('; ')}.</p>}
          <p>
            {verdict.valid
              ? 'With these units the rules of the newer version are satisfied.'
              : 'The rules of the newer version would ask for more:'}
          </p>
          <ul className={style.problems}>
            {verdict.problems.map(p => (
              <li key={`${p.code}${p.rule}${p.message}`}>{p.message}</li>
            ))}
          </ul>
          <p>
            Moving a learner is not possible here yet. To move one now, register them on version {version} as well: this
            registration, its evidence and its decisions stay as they are.
          </p>
        </>
      )}
    </Result>
  )
}
