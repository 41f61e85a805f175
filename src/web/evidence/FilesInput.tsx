import '@uppy/core/css/style.min.css'
import '@uppy/dashboard/css/style.min.css'
import '@uppy/webcam/css/style.min.css'
import '@uppy/audio/css/style.min.css'
import Dashboard from '@uppy/dashboard'
import { useEffect, useRef, useState } from 'react'
import { UnfinishedUploads } from '../quotas/UnfinishedUploads.tsx'
import { say } from '../ui/announcements.tsx'
import style from './capture.module.css'
import { isSending, type Refused, release, uploaderFor } from './uploader.ts'

/** A phone's own camera takes better pictures than a page can. */
const onPhone = matchMedia('(pointer: coarse)').matches

export type Start = 'camera' | 'audio' | 'statement'

/** Files, camera and microphone in one place, with progress; what is refused is said and stays readable. */
export default function FilesInput({
  endpoint,
  onOneIn,
  onAllIn,
  start,
}: {
  /** Where its uploads are begun. */
  endpoint: string
  onOneIn: () => void
  onAllIn?: () => void
  start?: Start
}) {
  const place = useRef<HTMLDivElement>(null)
  const [refused, setRefused] = useState<Refused[]>([])
  const latest = useRef({ onOneIn, onAllIn })
  latest.current = { onOneIn, onAllIn }

  // The library draws into an element of its own; it is put away with the page unless something is still on its way.
  useEffect(() => {
    const uploader = uploaderFor(endpoint)
    const { uppy } = uploader
    uploader.onOneIn = name => {
      setRefused(was => was.filter(r => r.name !== name))
      latest.current.onOneIn()
    }
    uploader.onAllIn = files => {
      say(files === 1 ? 'The file is in.' : `${files} files are in.`)
      latest.current.onAllIn?.()
    }
    uploader.onRefused = one => setRefused(was => [...was.filter(r => r.id !== one.id), one])
    uppy.use(Dashboard, {
      inline: true,
      target: place.current as HTMLElement,
      plugins: ['Webcam', 'Audio'],
      width: '100%',
      height: 320,
      theme: 'auto',
      proudlyDisplayPoweredByUppy: false,
      hideUploadButton: true,
      singleFileFullScreen: false,
      // What is refused is said below, in a sentence that stays.
      disableInformer: true,
      doneButtonHandler: null as never,
      showNativePhotoCameraButton: onPhone,
      showNativeVideoCameraButton: onPhone,
      nativeCameraFacingMode: 'environment',
      locale: {
        strings: {
          dropPasteImportFiles: onPhone ? '%{browseFiles} or record:' : 'Drop files here, %{browseFiles}, or record:',
          dropPasteFiles: 'Drop files here or %{browseFiles}',
          browseFiles: 'choose files',
          myDevice: 'My device',
          importFrom: '%{name}',
        },
      },
    })
    const dashboard = uppy.getPlugin('Dashboard') as unknown as InstanceType<typeof Dashboard> | undefined
    // Chosen on the page before: the tool is opened as if it were pressed here. A phone's camera must be pressed once more.
    if (start && start !== 'statement' && !(start === 'camera' && onPhone))
      dashboard?.showPanel(start === 'audio' ? 'Audio' : 'Webcam')
    // The library draws a single file as a list item without a list, which a screen reader cannot make sense of.
    const mending = new MutationObserver(() =>
      place.current?.querySelector('.uppy-Dashboard-files:not([role])')?.setAttribute('role', 'list'),
    )
    mending.observe(place.current as HTMLElement, { childList: true, subtree: true })
    return () => {
      mending.disconnect()
      if (dashboard) uppy.removePlugin(dashboard as never)
      uploader.onOneIn = () => {}
      release(endpoint)
    }
  }, [endpoint, start])

  return (
    <>
      <div ref={place} className={style.uploader} />
      <p className={style.after}>Any kind of file, up to 5 GB each. After a lost signal it carries on by itself.</p>
      {refused.length > 0 && (
        <div className={style.refused} role="alert">
          {refused.map(r => (
            <p key={r.id}>{r.sentence}</p>
          ))}
        </div>
      )}
      <UnfinishedUploads
        isSending={id => isSending(uploaderFor(endpoint).uppy, id)}
        refusals={refused.filter(r => r.limit).length}
      />
    </>
  )
}
