import { useEffect, useRef } from 'react'
import type { EvidenceFile, EvidenceVersion } from '#contract/evidence.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { cutEvenly, faultOfPart, lengthWarnings, type RecordingPart } from '#domain/evidence/recordings.ts'
import { clock } from '#domain/pins/pins.ts'
import { api, hrefOf } from '../api.ts'
import { useCentre, useChange } from '../results.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { count } from '../words/codes.ts'
import { lengthSentence, partFaultSentences } from '../words/recordings.ts'
import { useEvidenceCache } from './cache.ts'
import style from './capture.module.css'
import { useKept } from './kept.ts'

/** The parts of a recording in a draft, each with its title, its time and the claimed criteria that it shows (R77). */
export function RecordingParts({
  evidenceId,
  file,
  claims,
  version,
}: {
  evidenceId: string
  file: EvidenceFile
  claims: EvidenceVersion['claims']
  version: number
}) {
  const { centreId } = useCentre()
  const cache = useEvidenceCache(evidenceId)
  const params = { centreId, evidenceId, fileId: file.id }
  useLength(file, hrefOf('GET /centres/:centreId/evidence/:evidenceId/files/:fileId', { params }), params)
  const kept = useKept<RecordingPart[]>(
    `${evidenceId}/${version}/parts/${file.id}`,
    { value: file.parts, revision: file.partsRevision },
    async (value, _, revision) => {
      const answer = await api('PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/parts', {
        params,
        body: { revision, parts: value },
      })
      cache.patch({ missing: answer.missing })
      void cache.ask()
      return answer.partsRevision
    },
    changed => (changed.parts as RecordingPart[] | undefined) ?? [],
  )
  const parts = kept.value
  const claimed = new Set(claims.map(keyOf))
  const set = (index: number, change: Partial<RecordingPart>) =>
    kept.type(parts.map((p, i) => (i === index ? { ...p, ...change } : p)))
  const end = file.seconds ?? 0
  const add = () => {
    const from = parts.at(-1)?.to ?? 0
    kept.type([...parts, { title: '', from, to: Math.max(end, from + 60), criteria: [] }])
  }
  return (
    <div className={style.partsOf}>
      <p className={style.partsHead}>
        {file.seconds !== null && <>{clock(file.seconds)} long. </>}
        {parts.length > 0 ? count(parts.length, 'part') : 'In one piece.'}{' '}
        <button type="button" onClick={() => (parts.length > 0 ? add() : kept.type(cutEvenly(end || 120)))}>
          {parts.length > 0 ? 'Add a part' : 'Cut it into parts'}
          <span className="hidden-text"> of {file.name}</span>
        </button>
      </p>
      {lengthWarnings(file.seconds, parts).map(w => (
        <p key={w.code + ('title' in w ? w.title : '')} className={style.lengthWarning}>
          {lengthSentence(w)}
        </p>
      ))}
      {parts.map((part, index) => {
        const fault = faultOfPart(part, claimed)
        const name = `part ${index + 1}`
        return (
          // Parts have no name of their own until somebody gives them one.
          <fieldset key={index} className={style.part}>
            <legend>Part {index + 1}</legend>
            <label className={style.partTitle}>
              Title
              <input
                value={part.title}
                maxLength={200}
                onChange={e => set(index, { title: e.currentTarget.value })}
                autoComplete="off"
              />
            </label>
            <TimeInput label="From" name={name} value={part.from} set={from => set(index, { from })} />
            <TimeInput label="To" name={name} value={part.to} set={to => set(index, { to })} />
            <button
              type="button"
              className={style.partOut}
              onClick={() => kept.type(parts.filter((_, i) => i !== index))}
            >
              Take out<span className="hidden-text"> {name}</span>
            </button>
            <div className={style.partCriteria} role="group" aria-label={`What ${name} shows`}>
              {claims.length === 0
                ? 'Tick below what the recording shows; then link it here.'
                : claims.map(c => {
                    const on = part.criteria.some(k => keyOf(k) === keyOf(c))
                    const { registrationId, criterionId } = c
                    return (
                      <label key={keyOf(c)} title={c.text}>
                        <input
                          type="checkbox"
                          checked={on}
                          onChange={() =>
                            set(index, {
                              criteria: on
                                ? part.criteria.filter(k => keyOf(k) !== keyOf(c))
                                : [...part.criteria, { registrationId, criterionId }],
                            })
                          }
                        />
                        {c.unitNumber && `${c.unitNumber}: `}
                        {c.number}
                      </label>
                    )
                  })}
            </div>
            {fault && <p className={style.partFault}>{partFaultSentences[fault]}</p>}
          </fieldset>
        )
      })}
      <DraftNote draft={kept} show={(other: RecordingPart[]) => other.map(p => p.title || 'Untitled').join(', ')} />
    </div>
  )
}

/** A moment as people write it, 1:34; kept while it is half typed and taken over once it is one. */
function TimeInput({
  label,
  name,
  value,
  set,
}: {
  label: string
  name: string
  value: number
  set: (seconds: number) => void
}) {
  return (
    <label className={style.partTime}>
      {label}
      <input
        key={value}
        defaultValue={clock(value)}
        inputMode="numeric"
        pattern="[0-9]+(:[0-5]?[0-9]){0,2}"
        aria-label={`${label}, ${name}, minutes and seconds`}
        onBlur={e => {
          const seconds = secondsOf(e.currentTarget.value)
          if (seconds === null) e.currentTarget.value = clock(value)
          else if (clock(seconds) !== clock(value)) set(seconds)
        }}
      />
    </label>
  )
}

/** 94 for "1:34"; null where it is no time. */
function secondsOf(text: string): number | null {
  if (!/^\d+(:\d{1,2}){0,2}$/.test(text.trim())) return null
  return text
    .trim()
    .split(':')
    .reduce((sum, n) => sum * 60 + Number(n), 0)
}

/** Finds how long a recording is and tells the house, once. */
function useLength(file: EvidenceFile, src: string, params: { evidenceId: string; fileId: string }): void {
  const measure = useChange('PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/length', {
    invalidates: ['GET /centres/:centreId/evidence/:evidenceId'],
  })
  const tell = useRef(measure.mutate)
  tell.current = measure.mutate
  const { evidenceId, fileId } = params
  const known = file.seconds !== null
  useEffect(() => {
    if (known) return
    const media = document.createElement('audio')
    media.preload = 'metadata'
    const look = () => {
      // What a browser recorded does not say how long it is: a jump past its end makes the browser find out.
      if (media.duration === Number.POSITIVE_INFINITY) media.currentTime = 1e9
      else if (media.duration > 0) {
        stop()
        tell.current({ params: { evidenceId, fileId }, body: { seconds: media.duration } } as never)
      }
    }
    const stop = () => {
      media.removeEventListener('loadedmetadata', look)
      media.removeEventListener('durationchange', look)
      media.removeAttribute('src')
    }
    media.addEventListener('loadedmetadata', look)
    media.addEventListener('durationchange', look)
    media.src = src
    return stop
  }, [known, src, evidenceId, fileId])
}
