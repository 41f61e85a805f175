import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Section } from '../ui/Section.tsx'
import { Result } from '../ui/Waiting.tsx'
import { list } from '../words/codes.ts'
import { dayText } from '../words/index.ts'
import { worksheetBelongs, worksheetNotMade } from '../words/worksheets.ts'
import { AnswerWorksheet } from './AnswerWorksheet.tsx'
import { MakeWorksheet } from './MakeWorksheet.tsx'
import style from './worksheets.module.css'

/** The worksheets of a unit, and whether one that its specification asks for has been made (R82). */
export function UnitWorksheets({ unit }: { unit: Pick<TreeUnit, 'id' | 'outcomes'> & { worksheet: boolean } }) {
  const [making, setMaking] = useState<{ replaces: string | null } | null>(null)
  const asked = useResult('GET /centres/:centreId/worksheets', { query: { unitId: unit.id } })
  const end = useChange('POST /centres/:centreId/worksheets/:worksheetId/ending')
  const numbers = new Map(unit.outcomes.flatMap(o => o.criteria).map(c => [c.id, c.number]))
  const askable = unit.outcomes.some(o => o.criteria.some(c => c.kind !== 'performance'))
  const standing = asked.data?.worksheets ?? []
  if (asked.data && standing.length === 0 && !unit.worksheet && !(asked.data.can.make && askable)) return null
  const ask = async (worksheetId: string, title: string) => {
    const sure = await confirm({
      title: `End “${title}”?`,
      words: 'Nobody begins to answer it any more. Answers that were begun or given stay.',
      yes: 'End it',
      no: 'Keep it',
    })
    if (!sure) return
    await end.mutateAsync({ params: { worksheetId }, body: {} }).then(
      () => say('The worksheet is not used any more.'),
      () => {},
    )
  }
  return (
    <Section
      title="Worksheets"
      aside={
        asked.data?.can.make &&
        askable && (
          <Button variant="default" onClick={() => setMaking({ replaces: null })}>
            Make a worksheet
          </Button>
        )
      }
    >
      {unit.worksheet && <p>{worksheetBelongs}</p>}
      <Result of={asked} lines={2}>
        {({ worksheets, can }) =>
          worksheets.length === 0 ? (
            <p>{worksheetNotMade}</p>
          ) : (
            <ul className={style.list}>
              {worksheets.map(w => (
                <li key={w.id}>
                  <h3>{w.title}</h3>
                  <ol>
                    {w.questions.map((q, at) => (
                      <li key={at}>
                        {q.text}{' '}
                        <span className={style.small}>
                          (asks for {list(q.criterionIds.map(id => numbers.get(id) ?? '?'))})
                        </span>
                      </li>
                    ))}
                  </ol>
                  <p className={style.small}>
                    Made by {w.by}, {dayText(w.at)}
                  </p>
                  <Group mt="xs">
                    <AnswerWorksheet worksheet={w} />
                    {can.make && (
                      <>
                        <Button variant="default" onClick={() => setMaking({ replaces: w.id })}>
                          Replace it<span className="hidden-text">: {w.title}</span>
                        </Button>
                        <Button variant="subtle" onClick={() => void ask(w.id, w.title)}>
                          End it<span className="hidden-text">: {w.title}</span>
                        </Button>
                      </>
                    )}
                  </Group>
                </li>
              ))}
            </ul>
          )
        }
      </Result>
      {making && (
        <MakeWorksheet
          unit={unit}
          replaces={standing.find(w => w.id === making.replaces) ?? null}
          close={() => setMaking(null)}
        />
      )}
    </Section>
  )
}
