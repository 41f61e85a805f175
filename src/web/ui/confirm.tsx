import { lazy, type ReactNode, Suspense } from 'react'
import { makeStore } from './store.ts'

export type Question = {
  /** The exact words of the question. */
  title: string
  /** What will happen: names and counts. */
  words?: ReactNode
  /** The label of the button that does it: a verb, never "Yes". */
  yes: string
  no?: string
  /** For what cannot be undone. */
  grave?: boolean
}
export type Asked = Question & { answer: (yes: boolean) => void }

const asked = makeStore<Asked | null>(null)
const ConfirmModal = lazy(() => import('./ConfirmModal.tsx'))

/** `if (await confirm({ title: '…', yes: 'Accept' })) …`. Escape and Cancel answer false and change nothing. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise(resolve => {
    asked.get()?.answer(false)
    asked.set({
      ...question,
      answer: yes => {
        asked.set(null)
        resolve(yes)
      },
    })
  })
}

/** Stands once in the frame. */
export function ConfirmPlace() {
  const question = asked.use()
  return <Suspense>{question && <ConfirmModal asked={question} />}</Suspense>
}
