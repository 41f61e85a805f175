import { Button, Group, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { AgreementFields, groundsFrom, LevelFields, noGrounds } from '../registrations/Grounds.tsx'
import { UnitPicker } from '../registrations/UnitPicker.tsx'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import forms from '../ui/forms.module.css'
import { Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import type { Preview } from './MovePreview.tsx'
import type { Registration } from './MoveSection.tsx'

/** The units in the newer version, who agreed, why, and the question that says it cannot be undone. */
export function MoveForm({
  registration,
  versionId,
  preview,
  again,
  stop,
}: {
  registration: Registration
  versionId: string
  preview: Preview
  /** Looks anew, where the move was refused for what has changed meanwhile. */
  again: () => Promise<unknown>
  stop: () => void
}) {
  const version = useResult('GET /centres/:centreId/versions/:versionId', { params: { versionId } })
  const latest = registration.selections[0]
  const form = useForm({
    ...noGrounds,
    levelReason: latest?.levelReason ?? '',
    funding: (latest?.funding ?? '') as string,
    reason: '',
  })
  const [chosen, setChosen] = useState(preview.unitIds)
  const [assessorId, setAssessorId] = useState<string | null>(null)
  const move = useChange('POST /centres/:centreId/registrations/:registrationId/moves')
  const navigate = useNavigate()
  const { name } = registration.learner
  const submit = form.submit(async ({ reason, ...values }) => {
    const { agreement, ...grounds } = groundsFrom(values, assessorId, true)
    if (!agreement) return
    const yes = await confirm({
      title: `Move ${name} to version ${preview.version} of ${preview.title}?`,
      words: (
        <>
          <p>
            {count(preview.confirmed.carried, 'confirmed criterion', 'confirmed criteria')} will count there
            {preview.confirmed.lost > 0 && `, and ${preview.confirmed.lost} will not`}. The registration as it is now
            ends: it can be read as it stands today, and not changed any more.
          </p>
          <p>
            <b>This cannot be undone.</b>
          </p>
        </>
      ),
      yes: `Move ${name}`,
      grave: true,
    })
    if (!yes) return
    const { confirmed, begun, left } = preview
    const { registrationId } = await move
      .mutateAsync({
        params: { registrationId: registration.id },
        body: {
          ...{ versionId, unitIds: chosen, ...grounds, agreement, reason },
          ...{ confirmed: true, seen: { confirmed, begun, left: left.length } },
        },
      })
      .catch(async problem => {
        await again()
        throw problem
      })
    say(`${name} is moved to version ${preview.version}.`)
    await navigate({
      to: '/c/$centreId/registrations/$registrationId/people' as '/',
      params: { registrationId } as never,
    })
  })
  return (
    <form onSubmit={submit} noValidate>
      <h3>Units in version {preview.version}</h3>
      <Result of={version}>
        {found => (
          <UnitPicker
            version={found}
            chosen={chosen.filter(id => found.tree.units.some(u => u.id === id && !u.mandatory))}
            begun={preview.begunUnits}
            onChange={setChosen}
          />
        )}
      </Result>
      <div className={forms.form}>
        <LevelFields form={form} />
        <AgreementFields
          form={form}
          learner={name}
          learnerId={registration.learner.id}
          assessorId={assessorId}
          onAssessor={setAssessorId}
        />
        <Textarea {...form.field('reason')} label="Why the learner is moved" autosize minRows={2} required />
        <FormRefusal form={form} />
        <Group>
          <Button type="submit" loading={form.busy}>
            Move {name}
          </Button>
          <Button variant="default" onClick={stop}>
            Cancel
          </Button>
        </Group>
      </div>
    </form>
  )
}
