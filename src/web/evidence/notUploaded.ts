import { useWaiting } from '../waiting-files/waiting-files.ts'
import { keepingText, refusedText, waitingText } from '../words/waiting-files.ts'

/** What of one piece of evidence is still on this device. Submitted without it, the server would no longer take it. */
export function useNotUploaded(evidenceId: string): { waiting: boolean; sentence: string } {
  const { files: all, keeping } = useWaiting()
  const files = all.filter(f => f.evidenceId === evidenceId)
  const being = files.filter(f => keeping.has(f.id))
  const waiting = files.filter(f => !f.refused && !keeping.has(f.id))
  const refused = files.filter(f => f.refused)
  if (waiting.length > 0) return { waiting: true, sentence: `${waitingText(waiting)}. You can submit it after that.` }
  if (being.length > 0) return { waiting: true, sentence: keepingText(being) }
  if (refused.length > 0) return { waiting: false, sentence: `${refusedText(refused)}, so it is not part of this.` }
  return { waiting: false, sentence: '' }
}
