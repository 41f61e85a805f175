import { IconCamera, IconFileUpload, IconMicrophone, IconPencil, IconSignature } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type EvidenceType, evidenceTypes } from '#domain/evidence/evidence.ts'
import { testimonyTypes } from '#domain/testimonies/testimony.ts'
import { Problem } from '../api.ts'
import { KindsExplained } from '../methods/KindsExplained.tsx'
import { useNotAccepted } from '../methods/notAccepted.ts'
import { useRequestId } from '../request-id.ts'
import { useCentre, useChange, useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { beginHere } from '../waiting-files/waiting-files.ts'
import { kindExplanations, kindText, whoSetsMethods } from '../words/evidence.ts'
import { beginsOtherwise } from '../words/methods.ts'
import { OwnWorksheets } from '../worksheets/OwnWorksheets.tsx'
import style from './capture.module.css'

const starts = [
  {
    start: 'camera',
    kind: 'file',
    Icon: IconCamera,
    label: 'Take a photo or video',
    says: 'Something you made, wrote or set up',
  },
  {
    start: 'audio',
    kind: 'file',
    Icon: IconMicrophone,
    label: 'Record your voice',
    says: 'Tell what you did, in your own words',
  },
  {
    start: undefined,
    kind: 'file',
    Icon: IconFileUpload,
    label: 'Choose files',
    says: 'Documents, e-mails, pictures, recordings',
  },
  { start: 'statement', kind: 'statement', Icon: IconPencil, label: 'Write a statement', says: 'Saved as you type' },
] as const

/** What each way begins as, until somebody says otherwise. */
const typeOf = { file: 'work-product', statement: 'personal-statement' } as const

const ownKinds: EvidenceType[] = [
  'personal-statement',
  'reflective-log',
  'work-diary',
  'case-study',
  'customer-feedback',
  'training-record',
  'prior-learning',
]
const mentorKinds: EvidenceType[] = ['witness-testimony', 'appraisal']
const assessorKinds: EvidenceType[] = ['observation', 'professional-discussion', 'questioning', 'witness-testimony']

/** How to begin; the draft is there with the first press, so that nothing can be lost. */
export default function NewEvidencePage() {
  const { centreId, person, roles } = useCentre()
  const { learnerId = person.id } = useSearch({ strict: false }) as { learnerId?: string }
  const navigate = useNavigate()
  const add = useChange('POST /centres/:centreId/learners/:learnerId/evidence')
  const addUnder = useRequestId()
  const other = learnerId !== person.id
  const learner = useResult('GET /centres/:centreId/evidence', { query: { learnerId, size: 1 } }, { enabled: other })
  const { everywhere: notAccepted, somewhere, own } = useNotAccepted(learnerId)
  const kinds = !other ? ownKinds : roles.includes('mentor') ? mentorKinds : assessorKinds
  const offered = [
    ...kinds.map(type => ({
      ...{ key: type as string, type, as: { type } as { type?: EvidenceType; ownMethodId?: string } },
      ...{ title: kindText(type, null), says: kindExplanations[type] },
    })),
    ...own.map(m => ({
      ...{ key: m.id, type: m.type, as: { ownMethodId: m.id } },
      ...{ title: kindText(m.type, null, m), says: m.explanation },
    })),
  ]
  const begin = async (
    kind: 'file' | 'statement',
    start?: string,
    as: { type?: EvidenceType; ownMethodId?: string } = {},
  ) => {
    let evidenceId = ''
    try {
      await addUnder(id => {
        evidenceId = id
        return add.mutateAsync({ params: { learnerId }, body: { id, kind, ...as } })
      })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (!error.unreachable) return
      // Without a connection it begins on this device, and the server hears of it later.
      await beginHere({ evidenceId, centreId, learnerId, as: { kind, ...as }, title: '', description: '' })
      add.reset()
    }
    await navigate({
      to: '/c/$centreId/evidence/$evidenceId' as '/',
      params: { evidenceId } as never,
      search: start ? { start } : {},
      replace: true,
    })
  }
  const forms = (
    <Section title={other ? 'Write down what you saw or heard' : 'Or begin with a form'}>
      <ul className={style.kinds}>
        {offered.map(({ key, type, title, says, as }) => (
          <li key={key}>
            {/* One that is not accepted stays in reach of the keyboard, so that everybody can read why. */}
            <button
              type="button"
              onClick={() => !notAccepted.has(type) && void begin('statement', undefined, as)}
              disabled={add.isPending}
              aria-disabled={notAccepted.has(type)}
            >
              <b>{title}</b>
              <small>{says}</small>
              <small className={style.why}>{notAccepted.get(type) ?? somewhere(type)}</small>
            </button>
          </li>
        ))}
      </ul>
      {notAccepted.size > 0 && <p className={style.whoSets}>{whoSetsMethods}</p>}
      <KindsExplained
        kinds={evidenceTypes}
        summary="What each kind of evidence is"
        own={own}
        why={type => notAccepted.get(type) ?? somewhere(type)}
      />
    </Section>
  )
  return (
    <Page
      title="Add evidence"
      breadcrumb={[{ label: other ? 'Evidence' : 'My evidence', to: '/c/$centreId/evidence' }]}
      about={
        learner.data?.learner
          ? `For ${learner.data.learner.name}, named as added by you.`
          : 'Begin in any of these ways; you can add the others to the same evidence.'
      }
    >
      {add.error && <Refused problem={add.error} />}
      {other && forms}
      {other && <h2>Or put something in</h2>}
      <ul className={style.starts}>
        {starts.map(s => (
          <li key={s.label}>
            <button
              type="button"
              className={style.start}
              onClick={() => void begin(s.kind, s.start)}
              disabled={add.isPending}
            >
              <s.Icon size={32} stroke={1.5} aria-hidden="true" />
              <span>
                <b>{s.label}</b>
                <small>{s.says}</small>
                {notAccepted.has(typeOf[s.kind]) && <small>{beginsOtherwise(typeOf[s.kind])}</small>}
              </span>
            </button>
          </li>
        ))}
        <li>
          <Link
            to={'/c/$centreId/evidence/witness' as '/'}
            search={(other ? { learnerId } : {}) as never}
            className={style.start}
          >
            <IconSignature size={32} stroke={1.5} aria-hidden="true" />
            <span>
              <b>Ask a witness</b>
              <small>Somebody who saw it signs by a link, without an account</small>
              {testimonyTypes.every(t => notAccepted.has(t)) && <small>{notAccepted.get(testimonyTypes[0])}</small>}
            </span>
          </Link>
        </li>
      </ul>
      {!other && forms}
      {!other && <OwnWorksheets />}
    </Page>
  )
}
