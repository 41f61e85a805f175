import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Result } from '../api.ts'
import { Problem } from '../api.ts'
import { useChange } from '../results.ts'
import { Refused } from '../ui/Waiting.tsx'

type Worksheet = Result<'GET /centres/:centreId/worksheets'>['worksheets'][number]

/** Begins the answers to a worksheet, for each of the reader's own registrations that has its unit. */
export function AnswerWorksheet({ worksheet: { id, title, own } }: { worksheet: Worksheet }) {
  const navigate = useNavigate()
  const begin = useChange('POST /centres/:centreId/worksheets/:worksheetId/answers')
  // A second press after a dropped answer finds the draft that the first one made.
  const evidence = useRef(crypto.randomUUID())
  const start = async (registrationId: string) => {
    try {
      const body = { id: evidence.current, registrationId }
      const { evidenceId } = await begin.mutateAsync({ params: { worksheetId: id }, body })
      await navigate({ to: '/c/$centreId/evidence/$evidenceId' as '/', params: { evidenceId } as never })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  return (
    <>
      {own.map(r => (
        <Button key={r.registrationId} onClick={() => void start(r.registrationId)} loading={begin.isPending}>
          Answer it{own.length > 1 && ` for ${r.qualification}`}
          <span className="hidden-text">: {title}</span>
        </Button>
      ))}
      {begin.error && <Refused problem={begin.error} />}
    </>
  )
}
