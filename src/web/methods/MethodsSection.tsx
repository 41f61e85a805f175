import { Button } from '@mantine/core'
import { useState } from 'react'
import { evidenceTypes } from '#domain/evidence/evidence.ts'
import type { Result as ResultOf } from '../api.ts'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import said from '../ui/said.module.css'
import { Result } from '../ui/Waiting.tsx'
import { kindText } from '../words/evidence.ts'
import { acceptedText, kindsText, saidText } from '../words/methods.ts'
import { KindsExplained } from './KindsExplained.tsx'
import style from './methods.module.css'
import { OwnMethods } from './OwnMethods.tsx'
import { SetMethods } from './SetMethods.tsx'

export type MethodsAnswer = ResultOf<'GET /centres/:centreId/versions/:versionId/methods'>

/** Each kind of evidence, what it is, and whether this version accepts it; who said otherwise, and why (R69). */
export function MethodsSection({ versionId }: { versionId: string }) {
  const asked = useResult('GET /centres/:centreId/versions/:versionId/methods', { params: { versionId } })
  const [setting, setSetting] = useState(false)
  return (
    <Section
      title="Kinds of evidence"
      aside={
        asked.data?.can.set && (
          <Button variant="default" onClick={() => setSetting(true)}>
            Change what is accepted
          </Button>
        )
      }
    >
      <Result of={asked}>
        {answer => (
          <>
            <p className={style.first}>{acceptedText(answer.off.length)}</p>
            <Off off={answer.off} />
            <Accepted off={answer.off} />
            <OwnMethods versionId={versionId} own={answer.own} maySet={answer.can.set} />
            {answer.history.length > 0 && <History history={answer.history} />}
            {setting && <SetMethods versionId={versionId} answer={answer} close={() => setSetting(false)} />}
          </>
        )}
      </Result>
    </Section>
  )
}

function Off({ off }: Pick<MethodsAnswer, 'off'>) {
  return (
    <ul className={said.list}>
      {off.map(({ type, ...entry }) => (
        <li key={type}>
          <p>
            <b>{kindText(type, null)}</b> is not accepted:
          </p>
          <p>{entry.reason}</p>
          <p className={said.who}>{saidText(entry)}</p>
        </li>
      ))}
    </ul>
  )
}

function Accepted({ off }: Pick<MethodsAnswer, 'off'>) {
  const accepted = evidenceTypes.filter(t => !off.some(o => o.type === t))
  return <KindsExplained kinds={accepted} summary="What is accepted, and what each kind is" />
}

function History({ history }: Pick<MethodsAnswer, 'history'>) {
  return (
    <details>
      <summary className={style.summary}>What was said, and what counted before</summary>
      <ol className={said.list}>
        {history.map(({ number, switchedOff, ...entry }, index) => (
          <li key={number}>
            <p>
              {index === 0 && <b>Counts now. </b>}Not accepted: {kindsText(switchedOff)}
            </p>
            <p>{entry.reason}</p>
            <p className={said.who}>{saidText(entry)}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
