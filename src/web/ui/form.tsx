import { type FormEvent, useRef, useState } from 'react'
import { type Fault, Problem } from '../api.ts'
import { sentenceFor } from '../words/index.ts'
import style from './Waiting.module.css'

type Values = Record<string, string>

/**
 * A form that keeps what was typed. `form.field('name')` goes on an input; `form.submit(async values => …)` on the form.
 * Faults of a 422 stand at their fields and focus moves to the first; any other refusal stands in `<FormRefusal>`.
 */
export function useForm<T extends Values>(initial: T) {
  const [values, setValues] = useState(initial)
  const [faults, setFaults] = useState<Fault[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const element = useRef<HTMLFormElement | null>(null)
  const working = useRef(false)

  const set = <N extends keyof T & string>(name: N, value: T[N]) => {
    setValues(was => ({ ...was, [name]: value }))
    setFaults(was => was.filter(f => f.path !== name))
  }
  const refuse = (next: Problem | Fault[]) => {
    const found = Array.isArray(next) ? next : next.faults
    setFaults(found)
    setProblem(Array.isArray(next) ? null : next)
    // After the messages are on the page: the first faulty field, so that it is read with its message.
    requestAnimationFrame(() => {
      const first = found.map(f => element.current?.elements.namedItem(f.path)).find(e => e instanceof HTMLElement)
      if (first instanceof HTMLElement) first.focus()
    })
  }
  const submit = (does: (values: T) => Promise<unknown>) => async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (working.current) return
    element.current = event.currentTarget
    working.current = true
    setBusy(true)
    setFaults([])
    setProblem(null)
    try {
      await does(values)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refuse(error)
    } finally {
      working.current = false
      setBusy(false)
    }
  }
  const field = <N extends keyof T & string>(name: N) => ({
    name,
    value: values[name],
    error: faults.find(f => f.path === name)?.message,
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value as T[N]),
  })
  const elsewhere = faults.filter(f => !(f.path in values))
  return {
    values,
    setValues,
    set,
    field,
    submit,
    refuse,
    problem,
    faults,
    elsewhere,
    busy,
    reset: () => setValues(initial),
  }
}

/** What the form as a whole was refused for, and faults that belong to no field on it. */
export function FormRefusal({ form }: { form: { problem: Problem | null; elsewhere: Fault[] } }) {
  if (!form.problem) return null
  return (
    <div className={style.refused} role="alert">
      <p>{sentenceFor(form.problem)}</p>
      {form.elsewhere.length > 0 && (
        <ul>
          {form.elsewhere.map(f => (
            <li key={`${f.path}${f.message}`}>{f.message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
