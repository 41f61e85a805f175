import { type FormEvent, useRef, useState } from 'react'
import { type Fault, Problem } from '../api.ts'
import { sentenceFor, sentenceForCode } from '../words/index.ts'
import style from './Waiting.module.css'

export type Values = Record<string, unknown>
export type Form<T extends Values> = ReturnType<typeof useForm<T>>
type TextIn<T> = { [N in keyof T & string]: T[N] extends string ? N : never }[keyof T & string]

const under = (path: string, name: string) => path === name || path.startsWith(`${name}.`)

/**
 * A form that keeps what was entered. `form.field('name')` goes on an input, `form.choice('levels')` on a group of ticks,
 * `form.submit(async values => …)` on the form. Faults of a 422 stand at their fields and focus moves to the first;
 * what no field shows, and any other refusal, stands in `<FormRefusal>`.
 */
export function useForm<T extends Values>(initial: T) {
  const [first] = useState(initial)
  const [values, setValues] = useState(initial)
  const [faults, setFaults] = useState<Fault[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const element = useRef<HTMLFormElement | null>(null)
  const working = useRef(false)

  /** `at` is the part of it that changed, where the faults of the other parts are to stay. */
  const set = <N extends keyof T & string>(name: N, value: T[N], at: string = name) => {
    setValues(was => ({ ...was, [name]: value }))
    setFaults(was => was.filter(f => !under(f.path, at)))
  }
  // After what was asked for, a message or a new line, is on the page.
  const focusAt = (...paths: string[]) =>
    requestAnimationFrame(() => {
      const at = paths.map(path => element.current && fieldAt(element.current, path)).find(e => e)
      if (at instanceof HTMLElement) at.focus()
    })
  const refuse = (next: Problem | Fault[]) => {
    const found = (Array.isArray(next) ? next : next.faults).map(inWords)
    setFaults(found)
    setProblem(Array.isArray(next) ? null : next)
    // The first faulty field, so that it is read with its message.
    focusAt(...found.map(f => f.path))
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
  // Whoever asks for a fault shows it; what nobody asked for is said of the form as a whole.
  const shown = new Set<Fault>()
  const show = (fault: Fault | undefined) => {
    if (fault) shown.add(fault)
    return fault?.message
  }
  const faultAt = (path: string) => show(faults.find(f => f.path === path))
  const field = <N extends TextIn<T>>(name: N) => ({
    name,
    value: values[name],
    error: faultAt(name),
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value as T[N]),
  })
  const choice = <N extends keyof T & string>(name: N) => ({
    'data-field': name,
    value: values[name],
    error: show(faults.find(f => under(f.path, name))),
    onChange: (value: T[N]) => set(name, value),
  })
  return {
    element,
    values,
    setValues,
    set,
    field,
    choice,
    faultAt,
    focusAt,
    submit,
    refuse,
    problem,
    get elsewhere() {
      return faults.filter(f => !shown.has(f))
    },
    /** Whether closing it now would lose something. */
    changed: JSON.stringify(values) !== JSON.stringify(first),
    busy,
    reset: () => setValues(initial),
  }
}

/** A fault that came as a code is said in our words. */
const inWords = (fault: Fault): Fault => (fault.code ? { ...fault, message: sentenceForCode(fault.code) } : fault)

/** The input of that name, or the first one of a group of ticks. */
function fieldAt(form: HTMLFormElement, path: string): Element | null {
  const named = form.elements.namedItem(path)
  if (named) return named instanceof RadioNodeList ? (named[0] as Element) : named
  const group = form.querySelector(`[data-field="${CSS.escape(path.split('.')[0] ?? '')}"]`)
  return group instanceof HTMLInputElement ? group : (group?.querySelector('input') ?? null)
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
