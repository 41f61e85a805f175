import { Textarea, TextInput } from '@mantine/core'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import records from '../ui/records.module.css'
import { dateFields, dateNames } from '../words/qualification-dates.ts'
import { Effect } from './Effect.tsx'
import type { DatesAnswer } from './QualificationDates.tsx'

/** New dates with the reason; before they are recorded it shows what they mean for those registered now. */
export function RecordDates({
  qualificationId,
  answer: { standing, history },
  close,
}: {
  qualificationId: string
  answer: DatesAnswer
  close: () => void
}) {
  const form = useForm({
    opens: standing.opens ?? '',
    lastRegistration: standing.lastRegistration ?? '',
    lastCertification: standing.lastCertification ?? '',
    reason: '',
  })
  const params = { qualificationId }
  const change = useChange('POST /centres/:centreId/qualifications/:qualificationId/dates')
  const { opens, lastRegistration, lastCertification, reason } = form.values
  const foreseen = useResult(
    'GET /centres/:centreId/qualifications/:qualificationId/dates/effect',
    {
      params,
      query: {
        opens: opens || undefined,
        lastRegistration: lastRegistration || undefined,
        lastCertification: lastCertification || undefined,
      },
    },
    { keep: true },
  )
  const save = async () => {
    const dates = {
      opens: opens || null,
      lastRegistration: lastRegistration || null,
      lastCertification: lastCertification || null,
    }
    await change.mutateAsync({ params, body: { ...dates, reason, replaces: history[0]?.number ?? 0 } })
    say('The dates are recorded.')
  }
  return (
    <FormDialog title="Record or extend dates" form={form} does={save} yes="Record" close={close} size="lg">
      <p style={{ margin: 0 }}>
        The day itself still counts. What counted before is kept. Leave a day empty where none is known.
      </p>
      <div className={records.days}>
        {dateFields.map(field => (
          <TextInput key={field} type="date" label={dateNames[field]} {...form.field(field)} />
        ))}
      </div>
      <Textarea
        {...form.field('reason')}
        label="Reason and source"
        description="What was announced, where and when"
        autosize
        minRows={2}
        required
      />
      <div role="status">{foreseen.data && <Effect effect={foreseen.data} />}</div>
    </FormDialog>
  )
}
