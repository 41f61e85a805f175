import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { EvidenceVersion } from '#contract/evidence.ts'
import { overrules } from '#domain/decisions/decide.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { isWaiting } from '#domain/evidence/evidence.ts'
import { CoveringPart } from '../coverage/Covering.tsx'
import { unnamedIn } from '../coverage/covers.ts'
import { useResult } from '../results.ts'
import { confirm } from '../ui/confirm.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { useKeys } from '../ui/keys.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { coverageCodes } from '../words/coverage.ts'
import { acceptAllText, acceptedText, gapSentences, layerTicks, leftAloneSentences } from '../words/decisions.ts'
import { severalWords } from '../words/obstacles.ts'
import style from './AssessmentPage.module.css'
import { Changed } from './Changed.tsx'
import { Countersigning } from './Countersigning.tsx'
import { CriteriaTree } from './CriteriaTree.tsx'
import { DecisionThread } from './DecisionThread.tsx'
import { Feedback } from './Feedback.tsx'
import {
  type Assessment,
  acceptable,
  asksSeveral,
  coversOf,
  gapsOf,
  type JudgingLayer,
  judges,
  namesOf,
  type Typed,
  ticksToJudge,
} from './form.ts'
import { Justifications } from './Justifications.tsx'
import { Marking } from './Marking.tsx'
import { SavedNote } from './SavedNote.tsx'
import { useDecision } from './useDecision.ts'
import { useJudgedPins } from './useJudgedPins.ts'

const loadPrompt = () => import('./AcceptPrompt.tsx')
const AcceptPrompt = lazy(loadPrompt)

/** A decision being written: ticks, feedback, outcome; saved as one. */
export function Deciding({
  assessment,
  refetch,
  layer,
  correcting,
  letStand,
  version,
}: {
  assessment: Assessment
  refetch: () => Promise<unknown>
  layer: JudgingLayer
  /** A decision stands, and this one is to take its place. */
  correcting: boolean
  /** Gives the correction up. */
  letStand: () => void
  /** The version as it is read beside the criteria, with the pins on it. */
  version: EvidenceVersion | undefined
}) {
  const covering = useResult('GET /centres/:centreId/evidence/:evidenceId/coverage', {
    params: { evidenceId: assessment.evidence.id },
    query: { version: `${assessment.evidence.version}` },
  })
  const standing = covering.data && {
    covers: covering.data.ticks[layer],
    occasions: { add: [], out: covering.data.out[layer] },
  }
  const decision = useDecision(assessment, refetch, layer, version, standing)
  const { seen, places, typed, choices, draft, type, judge, saved } = decision
  const [current, setCurrent] = useState<string | null>(null)
  useJudgedPins(version, layer, places, decision, current, type)
  const [search, setSearch] = useState('')
  const [asking, setAsking] = useState<'learner' | 'trainee' | null>(null)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const missing = useRef<HTMLDivElement>(null)

  const covers = standing ? coversOf(typed, standing, choices, places) : []
  const unnamed = covering.data ? unnamedIn(covers, covering.data.units) : []
  const gaps = [
    ...gapSentences(gapsOf(seen, layer, typed, choices, places)),
    ...(unnamed.length > 0 ? [coverageCodes['coverage/which-one']({ requirements: unnamed })] : []),
  ]
  const ticks = ticksToJudge(seen, layer, places)
  const left = ticks.filter(key => !choices.has(key)).length
  const offers = (['learner', 'trainee'] as const).flatMap(from => {
    if (layer !== 'assessor') return []
    const { these, leaves } = acceptable(seen, from, places, typed)
    const names = [...new Set(these.map(t => t.byName))]
    return these.length > 0 ? [{ layer: from, count: these.length, names, these, leaves }] : []
  })
  const asked = offers.find(o => o.layer === asking)
  const learners = offers.find(o => o.layer === 'learner')
  const trainees = offers.find(o => o.layer === 'trainee')

  const walk = (by: 1 | -1) => {
    const rows = [...(tree.current?.querySelectorAll<HTMLElement>('li[id^="row-"]') ?? [])]
    const at = rows.findIndex(r => r.id === `row-${current}`)
    rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
  }
  const giveUp = async () => {
    const wrote = `${typed.correction ?? ''}${typed.feedback}`.trim() !== ''
    const question = {
      title: 'Let the decision stand as it is?',
      words: 'What you wrote for the correction is thrown away. Nothing else changes.',
      yes: 'Let it stand',
      no: 'Carry on',
    }
    if (wrote && !(await confirm(question))) return
    letStand()
    await draft.forget()
  }
  const mine = current !== null && judges(places.get(current)?.registration.own ?? [], layer)
  const save = () => {
    setTried(true)
    if (gaps.length === 0 && !decision.changes) void decision.save()
    else requestAnimationFrame(() => missing.current?.focus())
  }
  useKeys(
    {
      j: { says: 'Next criterion', does: () => walk(1) },
      k: { says: 'The criterion before', does: () => walk(-1) },
      c: {
        says: 'Confirm: met',
        does: () => current && mine && judge(current, { outcome: 'met', reason: null }),
      },
      n: {
        says: 'Not yet met, and choose the reason',
        does: () => {
          if (!current || !mine) return
          judge(current, { outcome: 'not-yet-met', reason: choices.get(current)?.reason ?? null })
          requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>(`[data-reason="${current}"]`)?.focus())
        },
      },
      m: {
        says: severalWords.tickOne,
        does: () => {
          if (!current || !mine || choices.get(current)?.outcome !== 'met' || !asksSeveral(seen.obstacles[current]))
            return
          decision.tickSeveral(current, !typed.several.includes(current))
        },
      },
      // A key belongs to a layer, whatever else is on offer: it never accepts the ticks of another.
      ...(learners && { a: { says: acceptAllText(learners), does: () => setAsking('learner') } }),
      ...(trainees && { t: { says: acceptAllText(trainees), does: () => setAsking('trainee') } }),
      '/': { says: 'Search the criteria', does: () => field.current?.focus() },
      f: { says: 'Write feedback; Escape leaves it', does: () => document.getElementById('feedback')?.focus() },
      s: { says: 'Save', does: save },
    },
    // While the prompt opens, what is typed is meant for it.
    decision.ready && !saved && asking === null,
  )

  useEffect(() => void loadPrompt(), [])
  // The draft says that it is a correction, so that it is one after a reload too.
  const corrects = correcting || (layer === 'assessor' && overrules(seen.layers, choices))
  const startCorrection = corrects && draft.ready && typed.correction === null && !saved
  // Chosen as it stands again, and nothing is left to explain.
  const dropCorrection = !corrects && typed.correction === '' && isWaiting(seen.evidence.state)
  useEffect(() => {
    if (startCorrection) type(was => ({ ...was, correction: '' }))
    else if (dropCorrection) type(was => ({ ...was, correction: null }))
  }, [startCorrection, dropCorrection, type])

  if (covering.error && !covering.data)
    return <Refused problem={covering.error} again={() => void covering.refetch()} />
  if (!decision.ready || !covering.data || !standing) return <Loading />
  if (saved)
    return (
      <>
        <SavedNote saved={saved} />
        {seen.evidence.revision === saved.onRevision ? (
          <Loading />
        ) : (
          <>
            <h2>Criteria</h2>
            <CriteriaTree assessment={seen} places={places} deciding={null} current={current} setCurrent={setCurrent} />
            <DecisionThread assessment={seen} />
          </>
        )}
      </>
    )
  return (
    <>
      {decision.changes && (
        <Changed
          changes={decision.changes}
          now={assessment.evidence}
          version={seen.evidence.version}
          useWhatStands={decision.useWhatStands}
        />
      )}
      <Countersigning assessment={seen} layer={layer} />
      {typed.correction !== null && !decision.changes && (
        <Button variant="default" onClick={() => void giveUp()}>
          Let the decision stand
        </Button>
      )}
      {typed.correction !== null && (
        <label className={style.label}>
          What was wrong with the decision that stands
          <textarea
            rows={3}
            maxLength={5000}
            value={typed.correction}
            onChange={e => {
              const correction = e.currentTarget.value
              type(was => ({ ...was, correction }))
            }}
          />
          <span className={style.told}>
            Your new decision takes its place, and the old one stays readable. The learner reads this.
          </span>
        </label>
      )}
      <Marking assessment={seen} typed={typed} type={type} />
      <div className={style.head}>
        <h2>Criteria it may meet</h2>
        <div className={style.search}>
          <label htmlFor="search-criteria" className="hidden-text">
            Search the criteria
          </label>
          <input
            ref={field}
            id="search-criteria"
            type="search"
            placeholder="Search the criteria"
            value={search}
            onChange={e => setSearch(e.currentTarget.value)}
            autoComplete="off"
          />
        </div>
      </div>
      {offers.length > 0 && (
        <div className={style.offers}>
          {offers.map(o => (
            <button key={o.layer} type="button" data-small onClick={() => setAsking(o.layer)}>
              {acceptAllText(o)}
            </button>
          ))}
        </div>
      )}
      {typed.acceptances.map(a => (
        <p key={a.layer} className={style.accepted}>
          {acceptedText(a.layer, namesOf(a.shown.map(keyOf), places))}{' '}
          <button type="button" className={style.quiet} onClick={() => decision.takeBackAcceptance(a.layer)}>
            Take it back<span className="hidden-text">: {layerTicks(a.layer)}</span>
          </button>
        </p>
      ))}
      <div ref={tree}>
        <CriteriaTree
          assessment={seen}
          places={places}
          deciding={{ layer, choices, judge, several: typed.several, tickSeveral: decision.tickSeveral }}
          current={current}
          setCurrent={setCurrent}
          search={search}
        />
      </div>
      <CoveringPart
        covering={covering.data}
        layer={layer}
        units={covering.data.units.filter(u =>
          u.criteria.some(
            id => choices.get(keyOf({ registrationId: u.registrationId, criterionId: id }))?.outcome === 'met',
          ),
        )}
        covers={covers}
        occasions={typed.occasions ?? standing.occasions}
        set={change => type(was => ({ ...was, ...change }))}
      />
      <Justifications obstacles={seen.obstacles} typed={typed} choices={choices} places={places} type={type} />
      <Feedback assessment={seen} layer={layer} typed={typed} choices={choices} places={places} type={type} />
      <DraftNote draft={draft} show={(other: Typed) => other.feedback || 'Other ticks, and no feedback yet.'} />
      <DecisionThread assessment={seen} />
      <div className={style.save}>
        {tried && gaps.length > 0 && (
          <div ref={missing} tabIndex={-1} role="alert" className={style.gaps}>
            <b>Before it can be saved:</b>
            <ul>
              {gaps.map(g => (
                <li key={g}>{g}</li>
              ))}
            </ul>
          </div>
        )}
        {decision.problem && !decision.changes && (
          <Refused
            problem={decision.problem}
            again={save}
            action={
              decision.problem.unreachable && <p>Save again when you are back: the decision is not made twice.</p>
            }
          />
        )}
        <div className={style.saveLine}>
          <span role="status">
            {ticks.length === 0
              ? 'Nobody ticked anything'
              : left > 0
                ? `${left} of ${ticks.length} ticks to judge`
                : `All ${ticks.length} ticks judged`}
          </span>
          <Button onClick={save} loading={decision.busy}>
            {layer === 'assessor' ? 'Save decision' : 'Save provisional decision'}
          </Button>
        </div>
      </div>
      <Suspense>
        {asked && (
          <AcceptPrompt
            asked={asked}
            criteria={namesOf(asked.these.map(keyOf), places)}
            leaves={leftAloneSentences(asked.leaves, keys => namesOf(keys.map(keyOf), places))}
            rationale={typed.rationale[asked.layer]}
            typeRationale={words => type(was => ({ ...was, rationale: { ...was.rationale, [asked.layer]: words } }))}
            answer={yes => {
              setAsking(null)
              if (yes) void decision.acceptAll(asked.layer, asked.these, typed.rationale[asked.layer].trim())
            }}
          />
        )}
      </Suspense>
    </>
  )
}
