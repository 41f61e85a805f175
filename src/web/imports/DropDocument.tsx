import { Progress } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { largestDocument } from '#domain/files/media.ts'
import { Problem } from '../api.ts'
import { queryClient, useCentre } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { tooLargeToImport } from '../words/imports.ts'
import { sentenceFor, sizeText } from '../words/index.ts'
import style from './imports.module.css'
import { sendDocument } from './upload.ts'

/** Takes a document by drop or by choice, shows it on its way, and leads to what was read. */
export function DropDocument() {
  const { centreId } = useCentre()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [way, setWay] = useState<{ file: File; share: number } | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  const take = async (file: File | undefined) => {
    if (!file || way) return
    setRefusal(null)
    if (file.size > largestDocument) return setRefusal(tooLargeToImport)
    setWay({ file, share: 0 })
    try {
      const { importId, again } = await sendDocument(centreId, file, share => setWay({ file, share }))
      await queryClient.invalidateQueries({ queryKey: ['GET /centres/:centreId/imports'] })
      if (again) say('This document has been imported already. Here is where it stands.')
      await navigate({ to: '/c/$centreId/catalogue/imports/$importId' as '/', params: { centreId, importId } as never })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setRefusal(error.code === 'platform/too-large' ? tooLargeToImport : sentenceFor(error))
    } finally {
      setWay(null)
      if (field.current) field.current.value = ''
    }
  }

  return (
    // Dropping is an extra way; the field inside is the one for everybody
    <div
      className={style.drop}
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files[0])
      }}
    >
      {way ? (
        <div role="status">
          <p>
            {way.share < 1
              ? `Sending “${way.file.name}” (${sizeText(way.file.size)})`
              : `Reading “${way.file.name}”. A long document takes a moment.`}
          </p>
          <Progress value={way.share * 100} animated={way.share === 1} aria-label="Sent" />
        </div>
      ) : (
        <>
          <label htmlFor="document">Choose a document, or drop it here</label>
          <p className={style.hint} id="document-hint">
            Your awarding organisation’s specification, unit checklist or learner portfolio, as PDF, DOCX or text.
            Nothing is published until you have looked it over.
          </p>
          <input
            ref={field}
            id="document"
            type="file"
            aria-describedby="document-hint"
            accept=".pdf,.docx,.txt,.md,.html,.csv,.xlsx,.json,text/plain,text/markdown,text/csv,application/pdf,application/json"
            onChange={event => void take(event.currentTarget.files?.[0])}
          />
        </>
      )}
      {refusal && (
        <p role="alert" className={style.refusal}>
          {refusal}
        </p>
      )}
    </div>
  )
}
