import { useRef, useState } from 'react'
import style from './people-files.module.css'

/** Takes a file by choice or by drop; dropping is an extra way, the field is the one for everybody. */
export function ChooseFile({ take, busy }: { take: (file: File) => void; busy: boolean }) {
  const field = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const given = (file: File | undefined) => {
    if (file && !busy) take(file)
    // The same file, mended meanwhile, can be chosen again.
    if (field.current) field.current.value = ''
  }
  return (
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
        given(event.dataTransfer.files[0])
      }}
    >
      <label htmlFor="people-file">Choose a CSV file, or drop it here</label>
      <input
        ref={field}
        id="people-file"
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        disabled={busy}
        onChange={event => given(event.currentTarget.files?.[0])}
      />
    </div>
  )
}
