import { severalWords } from '../words/obstacles.ts'
import style from './AssessmentPage.module.css'
import { namesOf, type Place, type Typed, withSeveral } from './form.ts'

/**
 * Criteria that ask for more than one, with this as the only evidence so far: one tick for all of them. Each can be ticked at its own
 * row too. Words are optional, but for a criterion left unticked they say why one is enough (R30).
 */
export function ShownSeveral({
  keys,
  typed,
  places,
  type,
}: {
  keys: string[]
  typed: Typed
  places: ReadonlyMap<string, Place>
  type: (change: (was: Typed) => Typed) => void
}) {
  const left = keys.filter(key => !typed.several.includes(key))
  const all = left.length === 0
  return (
    <div className={style.several}>
      <p>
        <b>{namesOf(keys, places)}</b>. {severalWords.why(keys.length)}
      </p>
      <div className={style.affirm}>
        <label>
          <input
            type="checkbox"
            checked={all}
            ref={box => {
              if (box) box.indeterminate = !all && left.length < keys.length
            }}
            onChange={e => {
              const shown = e.currentTarget.checked
              type(was => withSeveral(was, keys, shown))
            }}
          />
          <span>{severalWords.tick(keys.length)}</span>
        </label>
      </div>
      <label className={style.label}>
        <span>{all ? severalWords.where : severalWords.whyOne(namesOf(left, places))}</span>
        <textarea
          id="answer-more-than-one-example"
          rows={2}
          maxLength={2000}
          value={typed.justifications['more-than-one-example'] ?? ''}
          onChange={e => {
            const words = e.currentTarget.value
            type(was => ({ ...was, justifications: { ...was.justifications, 'more-than-one-example': words } }))
          }}
        />
      </label>
    </div>
  )
}
