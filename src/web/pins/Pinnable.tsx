import { type ReactNode, useRef } from 'react'
import { PinBar } from './PinBar.tsx'
import { usePassages } from './usePassages.ts'

/** Writing of which passages can be pinned. `drawn` is what it shows. */
export function Pinnable({ fileId, drawn, children }: { fileId: string | null; drawn: unknown; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  usePassages(place, fileId, null, drawn)
  return (
    <>
      <div ref={place}>{children}</div>
      <PinBar fileId={fileId} here={() => ({ kind: 'whole' })} hereSays="all of it" words={place} />
    </>
  )
}
