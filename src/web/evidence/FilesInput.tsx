import '@uppy/core/css/style.min.css'
import '@uppy/dashboard/css/style.min.css'
import '@uppy/webcam/css/style.min.css'
import '@uppy/audio/css/style.min.css'
import Audio from '@uppy/audio'
import Uppy from '@uppy/core'
import Dashboard from '@uppy/dashboard'
import Webcam from '@uppy/webcam'
import { useEffect, useRef, useState } from 'react'
import { largestFile } from '#domain/files/media.ts'
import { UnfinishedUploads } from '../quotas/UnfinishedUploads.tsx'
import { WaitingFiles } from '../waiting-files/WaitingFiles.tsx'
import { choose, type Destination, useWaiting, waitingNow, whenUploaded } from '../waiting-files/waiting-files.ts'
import { instantText } from '../words/index.ts'
import style from './capture.module.css'

/** A phone's own camera takes better pictures than a page can. */
const onPhone = matchMedia('(pointer: coarse)').matches

export type Start = 'camera' | 'audio' | 'statement'

/** Files, camera and microphone in one place. What is chosen waits on this device until the server has it. */
export default function FilesInput({
  to,
  onAllIn,
  onBusy,
  start,
}: {
  to: Destination
  onAllIn?: () => void
  /** Told when the camera or the microphone opens and closes: a page must not take the place away meanwhile. */
  onBusy?: (busy: boolean) => void
  start?: Start
}) {
  const place = useRef<HTMLDivElement>(null)
  const [refused, setRefused] = useState<{ id: string; sentence: string }[]>([])
  const waiting = useWaiting()
  const { path } = to
  const latest = useRef({ to, onAllIn, onBusy })
  latest.current = { to, onAllIn, onBusy }

  // The library draws into an element of its own, and is put away with the page.
  useEffect(() => {
    const uppy = new Uppy({
      id: path,
      onBeforeFileAdded: named,
      restrictions: { maxFileSize: largestFile },
      locale: {
        strings: { exceedsSize: '%{file} is larger than %{size}, so it was not taken' },
        pluralize: n => (n === 1 ? 0 : 1),
      },
    })
    uppy.use(Webcam, { modes: ['picture', 'video-audio'], mirror: false, mobileNativeCamera: true })
    uppy.use(Audio, { locale: { strings: { pluginNameAudio: 'Voice' } } })
    uppy.use(Dashboard, {
      inline: true,
      target: place.current as HTMLElement,
      plugins: ['Webcam', 'Audio'],
      width: '100%',
      // On a narrow screen the five ways stand below each other, and all of them must be seen.
      height: matchMedia('(max-width: 36em)').matches ? 400 : 320,
      theme: 'auto',
      proudlyDisplayPoweredByUppy: false,
      // It only takes files in. What waits, with its progress, is our own list below, also after a reload.
      hideUploadButton: true,
      disableStatusBar: true,
      disableThumbnailGenerator: true,
      // What is refused is said below, in a sentence that stays.
      disableInformer: true,
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
    uppy.on('file-added', file => {
      const data = file.data as Blob
      void choose({ name: file.name, type: file.type || data.type, data }, latest.current.to)
      // After the library has closed the camera or the microphone.
      queueMicrotask(() => uppy.removeFile(file.id))
    })
    uppy.on('restriction-failed', (file, error) => {
      if (file) setRefused(was => [...was.filter(r => r.id !== file.id), { id: file.id, sentence: error.message }])
    })
    const dashboard = uppy.getPlugin('Dashboard') as unknown as InstanceType<typeof Dashboard>
    let busy = false
    const tellBusy = () => {
      const now = Boolean((dashboard.getPluginState() as { activePickerPanel?: unknown }).activePickerPanel)
      if (now !== busy) latest.current.onBusy?.(now)
      busy = now
    }
    uppy.on('state-update', tellBusy)
    // A recording that is not saved yet is lost with the page: the browser asks first.
    const leave = (event: BeforeUnloadEvent) => {
      if (['Audio', 'Webcam'].some(id => isRecording(uppy.getPlugin(id)?.getPluginState()))) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    // Chosen on the page before: the tool is opened as if it were pressed here. A phone's camera must be pressed once more.
    if (start && start !== 'statement' && !(start === 'camera' && onPhone))
      dashboard.showPanel(start === 'audio' ? 'Audio' : 'Webcam')
    const forget = whenUploaded(files => {
      const left = waitingNow().files.some(f => f.path === path && !f.refused)
      if (!left && files.some(f => f.path === path)) latest.current.onAllIn?.()
    })
    return () => {
      forget()
      window.removeEventListener('beforeunload', leave)
      uppy.destroy()
    }
  }, [path, start])

  return (
    <>
      <div ref={place} className={style.uploader} />
      <WaitingFiles path={path} />
      <p className={style.after}>
        Any kind of file, up to 5 GB each. Files stay on this device until they are uploaded, also without a connection.
      </p>
      {refused.length > 0 && (
        <div className={style.refused} role="alert">
          {refused.map(r => (
            <p key={r.id}>{r.sentence}</p>
          ))}
        </div>
      )}
      <UnfinishedUploads
        isSending={id => waiting.files.some(f => f.uploadUrl?.endsWith(`/${id}`))}
        refusals={waiting.files.filter(f => f.refused?.code.startsWith('quotas/')).length}
      />
    </>
  )
}

const isRecording = (state: unknown): boolean => {
  const { isRecording, recordedAudio, recordedVideo, capturedSnapshot } = (state ?? {}) as Record<string, unknown>
  return Boolean(isRecording || recordedAudio || recordedVideo || capturedSnapshot)
}

/** What was recorded here has no name of its own yet: the day and the hour are what people look for. */
function named<F extends { source?: string; name?: string; meta: { name?: string } }>(file: F): F {
  const what = {
    Audio: 'Voice note',
    Webcam: file.name?.includes('.webm') || file.name?.includes('.mp4') ? 'Video' : 'Photo',
  }[file.source ?? '']
  if (!what) return file
  const at = instantText(new Date().toISOString()).replace(':', '.')
  const name = `${what}, ${at}.${file.name?.split('.').at(-1)}`
  return { ...file, name, meta: { ...file.meta, name } }
}
