import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PermissionSubject } from '#domain/settings/permission.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { Section } from '../ui/Section.tsx'
import { Result } from '../ui/Waiting.tsx'
import { subjectNames } from '../words/settings.ts'
import { RecordPermissionSource } from './RecordPermissionSource.tsx'
import { SettlePermission } from './SettlePermission.tsx'
import { SubjectPart } from './SubjectPart.tsx'
import style from './settings.module.css'

/** Where evidence for a unit may come from in one version: what holds, who says so, and where they contradict each other (R99 to R104). */
export function UnitPermissions({ versionId, unitId }: { versionId: string; unitId: string }) {
  const [recording, setRecording] = useState(false)
  const [ending, setEnding] = useState<string | null>(null)
  const [settling, setSettling] = useState<PermissionSubject | null>(null)
  const end = useChange('POST /centres/:centreId/permission-sources/:sourceId/ending')
  const asked = useResult('GET /centres/:centreId/versions/:versionId/units/:unitId/permissions', {
    params: { versionId, unitId },
  })
  return (
    <Section
      title="Where evidence may come from"
      aside={
        asked.data?.can.record && (
          <Button variant="default" onClick={() => setRecording(true)}>
            Record another source
          </Button>
        )
      }
    >
      <Result of={asked} lines={3}>
        {({ subjects, can }) => (
          <>
            {subjects.length === 0 && (
              <p>From a job, paid or voluntary. Nothing is laid down about simulation, so nothing is refused for it.</p>
            )}
            {subjects.map(subject => (
              <div key={subject.about} className={style.subject}>
                <h3>{subjectNames[subject.about]}</h3>
                <SubjectPart
                  subject={subject}
                  settle={can.settle ? () => setSettling(subject.about) : null}
                  end={can.record ? setEnding : null}
                />
                {settling === subject.about && (
                  <SettlePermission {...{ versionId, unitId, subject }} close={() => setSettling(null)} />
                )}
              </div>
            ))}
          </>
        )}
      </Result>
      {recording && <RecordPermissionSource unitId={unitId} close={() => setRecording(false)} />}
      {ending && (
        <EndDialog
          title="This no longer holds"
          why="Why it no longer holds"
          close={() => setEnding(null)}
          does={async ({ reason }) => {
            await end.mutateAsync({ params: { sourceId: ending }, body: { reason } })
            say('The source no longer counts.')
          }}
        />
      )}
    </Section>
  )
}
