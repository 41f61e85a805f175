import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Result } from '../api.ts'
import { Problem } from '../api.ts'
import { useChange } from '../results.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { evidenceStateNames, evidenceStateTones } from '../words/evidence.ts'
import { answersLinkNames } from '../words/worksheets.ts'
import style from './worksheets.module.css'

type Worksheet = Result<'GET /centres/:centreId/worksheets'>['worksheets'][number]

const page = '/c/$centreId/evidence/$evidenceId' as '/'

/** Begins the answers to a worksheet, or leads to those begun, for each of the reader's own registrations that has its unit. */
export function AnswerWorksheet({ worksheet: { id, title, own } }: { worksheet: Worksheet }) {
  const navigate = useNavigate()
  const begin = useChange('POST /centres/:centreId/worksheets/:worksheetId/answers')
  const start = async (registrationId: string) => {
    try {
      const { evidenceId } = await begin.mutateAsync({ params: { worksheetId: id }, body: { registrationId } })
      await navigate({ to: page, params: { evidenceId } as never })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  return (
    <>
      {own.map(({ registrationId, qualification, answers, canBegin }) => {
        const which = (
          <>
            {own.length > 1 && ` for ${qualification}`}
            <span className="hidden-text">: {title}</span>
          </>
        )
        return (
          <div key={registrationId} className={style.answers}>
            {answers && (
              <>
                <StateMark tone={evidenceStateTones[answers.state]}>{evidenceStateNames[answers.state]}</StateMark>
                <Button
                  component={Link}
                  variant={answers.state === 'draft' || answers.state === 'returned' ? 'filled' : 'default'}
                  to={page}
                  params={{ evidenceId: answers.evidenceId } as never}
                >
                  {answersLinkNames[answers.state]}
                  {which}
                </Button>
              </>
            )}
            {canBegin && (
              <Button onClick={() => void start(registrationId)} loading={begin.isPending}>
                Answer it{answers && ' again'}
                {which}
              </Button>
            )}
          </div>
        )
      })}
      {begin.error && <Refused problem={begin.error} />}
    </>
  )
}
