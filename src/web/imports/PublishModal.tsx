import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Specification } from '#domain/qualifications/specification.ts'
import { headingOf } from '#domain/qualifications/title.ts'
import { faultsOf } from '#domain/qualifications/usable.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { criteriaText, faultSentence, unitsText } from '../words/qualifications.ts'
import style from './imports.module.css'

/** The last look before learners can be registered on it: what is published, and what the report still warns of. */
export default function PublishModal({
  importId,
  revision,
  specification,
  corrections,
  close,
}: {
  importId: string
  revision: number
  specification: Specification
  corrections: number
  close: () => void
}) {
  const [read, setRead] = useState(false)
  const publication = useChange('POST /centres/:centreId/imports/:importId/publication')
  const navigate = useNavigate()
  const { report, units } = specification
  const warned = ['error', 'warning'].flatMap(severity => report.filter(line => line.severity === severity))
  const names = new Map(units.map(unit => [unit.id, unit.number ? `Unit ${unit.number}` : unit.id]))
  const faults = faultsOf(specification)
  const publish = async () => {
    const { published } = await publication.mutateAsync({
      params: { importId },
      body: { revision, warningsRead: read },
    })
    close()
    say(
      published.length === 1
        ? `Published as version ${published[0]?.version}.`
        : `${published.length} qualifications published.`,
    )
    const [only] = published
    if (published.length === 1 && only)
      await navigate({
        to: '/c/$centreId/catalogue/versions/$versionId' as '/',
        params: { versionId: only.versionId } as never,
      })
    else await navigate({ to: '/c/$centreId/catalogue' as '/' })
  }
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={close}
      // Without the library's own head, which would stand as a second banner of the page.
      withCloseButton={false}
    >
      <Modal.Title fz="1.1rem" fw={600} mb="sm">
        Publish this for learners to be registered on?
      </Modal.Title>
      <ul className={style.summary}>
        {specification.qualifications.map((qualification, at) => (
          <li key={at}>
            <b>{headingOf({ ...qualification, awardingOrganisation: specification.source.awardingOrganisation })}</b>
            <br />
            {unitsText(qualification.units.length)},{' '}
            {criteriaText(
              criteriaOf(
                specification,
                qualification.units.map(place => place.unit),
              ),
            )}
          </li>
        ))}
      </ul>
      <p>
        {corrections > 0 && `With ${count(corrections, 'correction')}. `}A published version never changes. Whatever you
        correct later becomes a new version, and learners stay on the one they were registered on.
      </p>
      {faults.length > 0 && (
        <div role="alert" className={style.refusal}>
          <p>Put this right first:</p>
          <ul>
            {faults.slice(0, 12).map((fault, at) => (
              <li key={at}>{faultSentence(fault)}</li>
            ))}
          </ul>
          {faults.length > 12 && <p>And {faults.length - 12} more.</p>}
        </div>
      )}
      {warned.length > 0 && (
        <>
          <h3>{count(warned.length, 'line')} of the report to be read</h3>
          {/* A list that scrolls must be reachable by keyboard */}
          <ul className={style.warned} tabIndex={0} aria-label="What the report warns of">
            {warned.map((line, at) => (
              <li key={at}>
                {line.unit && <b>{names.get(line.unit) ?? line.unit}: </b>}
                {line.message}
              </li>
            ))}
          </ul>
          <Checkbox
            mt="sm"
            checked={read}
            onChange={event => setRead(event.currentTarget.checked)}
            label={
              warned.length === 1
                ? 'I have read it, and publish all the same'
                : `I have read these ${warned.length} lines, and publish all the same`
            }
          />
        </>
      )}
      {publication.error && <Refused problem={publication.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button
          loading={publication.isPending}
          disabled={faults.length > 0 || (warned.length > 0 && !read)}
          onClick={() => void publish().catch(() => {})}
        >
          Publish
        </Button>
      </Group>
    </Modal>
  )
}

function criteriaOf({ units }: Specification, ids: string[]): number {
  const placed = new Set(ids)
  return units
    .filter(unit => placed.has(unit.id))
    .flatMap(unit => unit.outcomes)
    .reduce((sum, outcome) => sum + outcome.criteria.length, 0)
}
