import style from './announcements.module.css'
import { makeStore } from './store.ts'

type Said = { id: number; text: string; tone: 'done' | 'refused' }
const said = makeStore<Said[]>([])
let next = 1

/** Says that something happened: seen for a few seconds at the edge of the page, and read out. Answers how to take it back once it is no longer so. */
export function say(text: string, tone: Said['tone'] = 'done'): () => void {
  const id = next++
  said.update(all => [...all.slice(-2), { id, text, tone }])
  // Long enough to read at a slow pace: five seconds and a little for each letter.
  setTimeout(() => forget(id), 5000 + text.length * 60)
  return () => forget(id)
}
const forget = (id: number) => said.update(all => all.filter(s => s.id !== id))

/** The one place where things are said; it is always on the page, so that a screen reader hears what is put into it. */
export function Announcements() {
  const all = said.use()
  return (
    <div className={style.place} role="status" aria-live="polite">
      {all.map(s => (
        <div key={s.id} className={style.said} data-tone={s.tone}>
          <span>{s.text}</span>
          <button type="button" aria-label="Dismiss" onClick={() => forget(s.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
