import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { agreeingRoles, type Funding, fundings } from '#domain/registrations/selection.ts'
import type { Result as Answer } from '../api.ts'
import type { useForm } from '../ui/form.tsx'
import { fundingWords } from '../words/registrations.ts'
import { PersonSelect } from './PersonSelect.tsx'
import style from './registrations.module.css'

export type GroundsValues = {
  levelReason: string
  funding: string
  'agreement.learnerAgreed': string
  'agreement.assessorName': string
  'agreement.reason': string
}

export const noGrounds: GroundsValues = {
  levelReason: '',
  funding: '',
  'agreement.learnerAgreed': '',
  'agreement.assessorName': '',
  'agreement.reason': '',
}

type Form = Pick<ReturnType<typeof useForm<GroundsValues>>, 'field' | 'set' | 'values'>

/** What was typed, as the server takes it. An empty choice of funding is sent on, so that every fault comes back at once. */
export function groundsFrom(values: GroundsValues, assessorId: string | null, options: boolean) {
  return {
    levelReason: values.levelReason,
    funding: values.funding as Funding,
    agreement: options
      ? {
          learnerAgreed: (values['agreement.learnerAgreed'] === 'yes') as true,
          assessorId,
          assessorName: assessorId ? null : values['agreement.assessorName'].trim() || null,
          reason: values['agreement.reason'],
        }
      : null,
  }
}

/** Why this level and route, and who pays. */
export function LevelFields({ form }: { form: Form }) {
  return (
    <div className={style.pair}>
      <Textarea
        {...form.field('levelReason')}
        label="Why this level and route"
        description="What the first interview or assessment showed, and what the job asks for."
        autosize
        minRows={2}
      />
      <NativeSelect
        {...form.field('funding')}
        label="How it is funded"
        data={[{ value: '', label: 'Choose' }, ...fundings.map(value => ({ value, label: fundingWords[value] }))]}
      />
    </div>
  )
}

/** Who agreed the options and why. The assessor is chosen, or written down where they have no account yet. */
export function AgreementFields({
  form,
  learner,
  learnerId,
  assessorId,
  onAssessor,
}: {
  form: Form
  learner: string
  learnerId: string | null
  assessorId: string | null
  onAssessor: (personId: string | null) => void
}) {
  const [byName, setByName] = useState(false)
  const agreed = form.field('agreement.learnerAgreed')
  const name = form.field('agreement.assessorName')
  return (
    <fieldset className={style.agreement}>
      <legend>Who agreed the options, and why</legend>
      <Checkbox
        name={agreed.name}
        checked={agreed.value === 'yes'}
        onChange={e => form.set('agreement.learnerAgreed', e.currentTarget.checked ? 'yes' : '')}
        label={`${learner} has agreed these options`}
        error={agreed.error}
      />
      <div className={style.pair}>
        {byName ? (
          <TextInput
            {...name}
            label="Assessor who agreed them"
            description="The name, since they have no account here."
          />
        ) : (
          <PersonSelect
            label="Assessor who agreed them"
            name={name.name}
            roles={agreeingRoles}
            value={assessorId}
            onChange={onAssessor}
            except={learnerId ? [learnerId] : []}
            error={name.error}
          />
        )}
        <Checkbox
          checked={byName}
          onChange={e => {
            setByName(e.currentTarget.checked)
            onAssessor(null)
          }}
          label="The assessor is not on the system yet"
          style={{ alignSelf: 'end' }}
        />
      </div>
      <Textarea
        {...form.field('agreement.reason')}
        label="Why these options"
        description="How they fit the learner’s job."
        autosize
        minRows={2}
      />
    </fieldset>
  )
}

type Selection = Answer<'GET /centres/:centreId/registrations/:registrationId'>['selections'][number]

/** What a selection rests on, as it was written down. */
export function GroundsText({ selection }: { selection: Selection }) {
  const { levelReason, funding, agreement } = selection
  return (
    <dl className={style.grounds}>
      <dt>Why this level and route</dt>
      <dd>{levelReason}</dd>
      <dt>Funding</dt>
      <dd>{fundingWords[funding]}</dd>
      <dt>Options</dt>
      <dd>
        {agreement
          ? `${agreement.reason} (agreed by ${agreement.learnerName} and ${agreement.assessorName})`
          : 'None agreed yet'}
      </dd>
    </dl>
  )
}
