import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { corrected } from '#domain/qualifications/corrections.ts'
import type { ReportLine, UnitSpecification } from '#domain/qualifications/specification.ts'
import type { Result as ResultOf } from '../api.ts'
import { Problem } from '../api.ts'
import { queryClient, useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Page } from '../ui/Page.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { importStates } from '../words/imports.ts'
import { instantText, sentenceFor } from '../words/index.ts'
import { criteriaText, unitsText } from '../words/qualifications.ts'
import { ImportDifferences } from './ImportDifferences.tsx'
import style from './imports.module.css'
import { ReportList } from './ReportList.tsx'
import { ResultTree } from './ResultTree.tsx'
import { type Focus, lineOf, type Review, reveal, searchable, unitOf } from './review.ts'
import { Source } from './Source.tsx'
import { UnknownVerbs } from './UnknownVerbs.tsx'

type Import = ResultOf<'GET /centres/:centreId/imports/:importId'>
const PublishModal = lazy(() => import('./PublishModal.tsx'))
const importKey = 'GET /centres/:centreId/imports/:importId'
const breadcrumb = [
  { label: 'Catalogue', to: '/c/$centreId/catalogue' },
  { label: 'Imports', to: '/c/$centreId/catalogue/imports' },
]

/** What was read beside the text it was read from: look it over, put it right, publish it. */
export default function ReviewPage() {
  const { importId } = useParams({ strict: false }) as { importId: string }
  const asked = useResult(importKey, { params: { importId } })
  if (!asked.data)
    return (
      <Page title="Import" breadcrumb={breadcrumb}>
        {asked.error ? <Refused problem={asked.error} again={() => void asked.refetch()} /> : <Loading lines={12} />}
      </Page>
    )
  return <Reviewing key={importId} read={asked.data} />
}

function Reviewing({ read }: { read: Import }) {
  const specification = useMemo(
    () => corrected(read.specification, read.corrections),
    [read.specification, read.corrections],
  )
  const [focus, setFocus] = useState<Focus>({ line: null, unit: null, criterion: null, at: 0 })
  const [current, setCurrent] = useState<ReportLine | null>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [tab, setTab] = useState<'source' | 'result'>('result')
  const [publishing, setPublishing] = useState(false)
  const result = useRef<HTMLDivElement>(null)
  const tabs = useRef<HTMLDivElement>(null)
  const source = useSource(read)
  const deferred = useDeferredValue(focus)
  const printedAt = (unit: number, criterion?: string | null): number | null => {
    const { id, title, reference, outcomes } = specification.units[unit] as UnitSpecification
    const asked = criterion && outcomes.flatMap(o => o.criteria).find(c => c.number === criterion)?.text
    return lineOf(source.letters, asked || title, reference ?? id)
  }
  const review: Review = {
    ...useCorrecting(read),
    specification,
    corrections: read.corrections,
    mayCorrect: read.can.correct,
    showSource: (unit, criterion) => {
      const line = printedAt(unit, criterion)
      if (line === null)
        return say('This is not printed like this in the source: it was corrected, or put together from several lines.')
      setFocus(was => ({ line, unit, criterion: criterion ?? null, at: was.at + 1 }))
      setTab('source')
    },
  }
  const lead = (line: ReportLine) => {
    const unit = unitOf(specification, line)
    if (unit !== null) setOpen(was => new Set([...was, unit]))
    setCurrent(line)
    const printed = line.line ?? (unit === null ? null : printedAt(unit, line.criterion))
    setFocus(was => ({ line: printed, unit, criterion: line.criterion, at: was.at + 1 }))
    if (unit === null && line.line !== null) setTab('source')
    if (unit === null && line.code.startsWith('rule-')) {
      if (line.line === null) setTab('result')
      requestAnimationFrame(() => reveal(result.current, result.current?.querySelector('[data-rules]'), 'top'))
    }
    // On a phone the panes stand below the report; where they are side by side, the tabs are not there.
    if (tabs.current?.offsetParent) tabs.current.scrollIntoView()
  }
  // Brings the place in the result into view once its unit is open.
  useEffect(() => {
    if (deferred.unit === null) return
    const unit = result.current?.querySelector(`[data-unit="${deferred.unit}"]`)
    const criterion = deferred.criterion
      ? unit?.querySelector(`[data-criterion="${CSS.escape(deferred.criterion)}"]`)
      : null
    const go = () => reveal(result.current, criterion ?? unit, criterion ? 'centre' : 'top')
    go()
    const again = requestAnimationFrame(go)
    return () => cancelAnimationFrame(again)
  }, [deferred])

  const { counts, state } = read
  const marked = useMemo(() => new Set(specification.report.flatMap(line => line.line ?? [])), [specification.report])
  return (
    <Page
      wide
      title={read.name}
      breadcrumb={breadcrumb}
      about={`${importStates[state]} · ${unitsText(counts.units)}, ${criteriaText(counts.criteria)} read · imported ${instantText(read.importedAt)} by ${read.importedBy}`}
      actions={
        <>
          {read.can.discard && <Discard importId={read.id} name={read.name} />}
          {read.can.publish && <Button onClick={() => setPublishing(true)}>Publish</Button>}
        </>
      }
    >
      <Published read={read} />
      <ReportList specification={specification} current={current} lead={lead} />
      <UnknownVerbs
        units={specification.units}
        lead={(unit, criterion) =>
          lead({ severity: 'info', code: 'unknown-verb', line: null, unit, criterion, message: '' })
        }
      />
      <ImportDifferences importId={read.id} revision={read.revision} />
      <div className={style.tabs} ref={tabs} role="group" aria-label="Show on this small screen">
        <button type="button" aria-pressed={tab === 'source'} onClick={() => setTab('source')}>
          Source
        </button>
        <button type="button" aria-pressed={tab === 'result'} onClick={() => setTab('result')}>
          Result
        </button>
      </div>
      <div className={style.panes} data-tab={tab}>
        <section className={style.pane} data-pane="source" aria-labelledby="source-title">
          <div className={style.paneHead}>
            <h2 id="source-title">Source</h2>
            <span className={style.hint}>{read.lines} lines</span>
          </div>
          {source.lines ? <Source lines={source.lines} shown={deferred} marked={marked} /> : <Loading lines={12} />}
        </section>
        <section className={style.pane} data-pane="result" aria-labelledby="result-title">
          <div className={style.paneHead}>
            <h2 id="result-title">Result</h2>
            <span>
              {open.size < specification.units.length && (
                <button
                  type="button"
                  data-small
                  className={style.toSource}
                  onClick={() => setOpen(new Set(specification.units.keys()))}
                >
                  Open all units
                </button>
              )}{' '}
              {open.size > 0 && (
                <button type="button" data-small className={style.toSource} onClick={() => setOpen(new Set())}>
                  Close all units
                </button>
              )}
            </span>
          </div>
          {/* A pane that scrolls must be reachable by keyboard */}
          <div className={style.result} ref={result} tabIndex={0} role="region" aria-label="What was read">
            <ResultTree
              review={review}
              focus={deferred}
              open={open}
              toggle={unit =>
                setOpen(was => (was.has(unit) ? new Set([...was].filter(u => u !== unit)) : new Set([...was, unit])))
              }
            />
          </div>
        </section>
      </div>
      {publishing && (
        <Suspense>
          <PublishModal
            importId={read.id}
            revision={read.revision}
            specification={specification}
            corrections={read.corrections.length}
            close={() => setPublishing(false)}
          />
        </Suspense>
      )}
    </Page>
  )
}

/** The whole text of the document; the longest ever seen is a few hundred kilobytes. */
function useSource(read: Import) {
  const asked = useResult('GET /centres/:centreId/imports/:importId/source', {
    params: { importId: read.id },
    query: { count: 20_000 },
  })
  const lines = asked.data?.lines
  const letters = useMemo(() => searchable(lines ?? []), [lines])
  return { lines, letters }
}

/** Corrections, one after the other, each resting on the state that is on the screen. */
function useCorrecting(read: Import) {
  const params = { importId: read.id }
  const options = { invalidates: [importKey as typeof importKey] }
  const correction = useChange('POST /centres/:centreId/imports/:importId/corrections', options)
  const undoing = useChange('DELETE /centres/:centreId/imports/:importId/corrections/:correctionId', options)
  /** Somebody else was quicker: what they changed is fetched, and what was typed here stays in its field. */
  const showTheirs = async (error: unknown): Promise<never> => {
    if (error instanceof Problem && error.code === 'imports/changed-meanwhile')
      await queryClient.invalidateQueries({ queryKey: [importKey] })
    throw error
  }
  return {
    correct: async (changes: { path: string; value: unknown }[]) => {
      const body = { revision: read.revision, changes: changes as never }
      await correction.mutateAsync({ params, body }).catch(showTheirs)
    },
    undo: async (correctionId: string) => {
      await undoing
        .mutateAsync({ params: { ...params, correctionId }, query: { revision: read.revision } })
        .catch(showTheirs)
      say('Undone: it stands as it was read.')
    },
  }
}

function Published({ read }: { read: Import }) {
  if (read.published.length === 0) return null
  return (
    <p>
      Published:{' '}
      {read.published.map(version => (
        <Link
          key={version.versionId}
          to="/c/$centreId/catalogue/versions/$versionId"
          params={{ versionId: version.versionId } as never}
          style={{ color: 'var(--accent)', marginInlineEnd: '0.75rem' }}
        >
          {version.title}, version {version.version}
        </Link>
      ))}
      {read.state === 'changed-since' && 'It was corrected since: publish again to make the next version.'}
    </p>
  )
}

function Discard({ importId, name }: { importId: string; name: string }) {
  const discard = useChange('POST /centres/:centreId/imports/:importId/discard')
  const ask = async () => {
    if (
      !(await confirm({
        title: `Put “${name}” aside?`,
        words: 'Nothing of it has been published. You can import the document again at any time.',
        yes: 'Put aside',
      }))
    )
      return
    await discard.mutateAsync({ params: { importId } }).then(
      () => say('Put aside.'),
      (error: Problem) => say(sentenceFor(error), 'refused'),
    )
  }
  return (
    <Button variant="default" onClick={() => void ask()}>
      Put aside
    </Button>
  )
}
