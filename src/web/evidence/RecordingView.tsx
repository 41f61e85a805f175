import { useEffect, useRef, useState } from 'react'
import { keyOf } from '#domain/decisions/layers.ts'
import { lengthWarnings, partAt } from '#domain/evidence/recordings.ts'
import { clock, placeText } from '#domain/pins/pins.ts'
import { usePinsOn } from '../pins/board.ts'
import { PinBar } from '../pins/PinBar.tsx'
import { lengthSentence } from '../words/recordings.ts'
import type { ShownFile } from './FileView.tsx'
import style from './viewer.module.css'

/** A recording with its parts and pins: a press on either plays from there. */
export function RecordingView({ file, src, onError }: { file: ShownFile; src: string; onError: () => void }) {
  const { board, state, pins, opened } = usePinsOn(file.id)
  const player = useRef<HTMLMediaElement>(null)
  const [now, setNow] = useState(0)
  const { labels } = state
  /** Where a span that is shown ends; whoever plays on from there hears the rest. */
  const until = useRef<number | null>(null)
  const play = (from: number) => {
    const media = player.current
    if (!media) return
    until.current = null
    media.currentTime = from
    void media.play().catch(() => {})
  }
  // A pin plays from its moment, and where it is a span to the end of that.
  useEffect(() => {
    if (opened?.pin.place.kind !== 'time' || !player.current) return
    const media = player.current
    media.scrollIntoView({ block: 'nearest' })
    media.currentTime = opened.pin.place.from
    until.current = opened.pin.place.to
    void media.play().catch(() => {})
  }, [opened])
  const shared = {
    controls: true,
    preload: 'metadata',
    src,
    onError,
    onTimeUpdate: () => {
      const at = player.current?.currentTime ?? 0
      setNow(at)
      if (until.current === null || at < until.current) return
      until.current = null
      player.current?.pause()
    },
    'aria-label': file.name,
  } as const
  const part = partAt(file.parts, now)
  const second = () => Math.round((player.current?.currentTime ?? 0) * 10) / 10
  const moments = pins.filter(p => p.place.kind === 'time')
  return (
    <>
      {file.mediaKind === 'audio' ? (
        <audio ref={player as never} className={style.audio} {...shared} />
      ) : (
        <video ref={player as never} className={style.video} playsInline {...shared} />
      )}
      {file.parts.length > 0 && (
        <ol className={style.parts} aria-label="Parts of this recording">
          {file.parts.map(p => (
            <li key={`${p.from}${p.title}`} data-now={p === part || undefined}>
              <button type="button" onClick={() => play(p.from)}>
                <span className={style.clock}>
                  {clock(p.from)}–{clock(p.to)}
                </span>
                <span>
                  {p.title}
                  <span className={style.partCriteria}>
                    {p.criteria.flatMap(k => labels.get(keyOf(k)) ?? []).join(', ')}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {moments.length > 0 && (
        <ul className={style.moments} aria-label="Pinned moments and spans">
          {moments.map((pin, i) => (
            <li key={pin.id ?? i}>
              <button type="button" data-small onClick={() => board?.open(pin)}>
                <span aria-hidden="true">⚲ </span>
                {placeText(pin.place)} <b>{pin.label}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      {lengthWarnings(file.seconds, file.parts).map(w => (
        <p key={w.code + ('title' in w ? w.title : '')} className={style.warning}>
          {lengthSentence(w)}
        </p>
      ))}
      <PinBar
        fileId={file.id}
        here={() => ({ kind: 'time', from: second(), to: null })}
        hereSays={`this moment, ${clock(now)}`}
        now={second}
      />
    </>
  )
}
