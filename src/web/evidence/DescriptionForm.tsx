import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { type EvidenceType, evidenceTypes, settings } from '#domain/evidence/evidence.ts'
import { type EvidencePart, staysAsSigned } from '#domain/evidence/signed.ts'
import { customerKinds, sectors } from '#domain/settings/settings.ts'
import { api } from '../api.ts'
import { KindsExplained } from '../methods/KindsExplained.tsx'
import { useNotAccepted } from '../methods/notAccepted.ts'
import { PlanField } from '../planning/PlanField.tsx'
import { queryClient, useCentre } from '../results.ts'
import { SettingNote } from '../settings/SettingNote.tsx'
import { SetUpField } from '../settings/SetUpField.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import {
  customersNames,
  evidenceTypeNames,
  kindExplanations,
  sectorNames,
  settingNames,
  shownOnText,
} from '../words/evidence.ts'
import { whyAndWho } from '../words/methods.ts'
import { today } from '../words/times.ts'
import { useEvidenceCache } from './cache.ts'
import style from './capture.module.css'
import { useKept } from './kept.ts'

const fields = [
  ...(['title', 'description', 'type', 'shownOn'] as const),
  ...(['setting', 'sector', 'customers', 'simulationReason'] as const),
  ...(['planEntryId', 'setUpId', 'ownMethodId'] as const),
] as const
type Named = 'planEntryId' | 'setUpId' | 'ownMethodId'
type Described = Pick<EvidenceVersion, Exclude<(typeof fields)[number], Named>> & {
  planEntryId: string | null
  ownMethodId: string | null
  setUpId: string | null
}
/** What stands in the way of a claim depends on these. */
const judgedBy: readonly string[] = [
  ...['type', 'shownOn', 'setting', 'simulationReason'],
  ...['planEntryId', 'setUpId'],
]

const staged: readonly Described['setting'][] = ['simulation', 'realistic-working-environment']

/** What it is, when and where: saved field by field as it is typed. */
export function DescriptionForm({
  evidence,
  version,
  ticked,
}: {
  evidence: EvidenceResult
  version: EvidenceVersion
  ticked: ReadonlyMap<string, CriterionKey>
}) {
  const { centreId, person } = useCentre()
  const own = person.id === evidence.learner.id
  const cache = useEvidenceCache(evidence.id)
  const { everywhere: notAccepted, somewhere, own: offered } = useNotAccepted(evidence.learner.id)
  const kept = useKept<Described>(
    `${evidence.id}/${version.version}/description`,
    { value: describedIn(version), revision: version.descriptionRevision },
    async (value, base, revision) => {
      const changed = Object.fromEntries(fields.filter(f => value[f] !== base[f]).map(f => [f, value[f]]))
      const answer = await api('PUT /centres/:centreId/evidence/:evidenceId/description', {
        params: { centreId, evidenceId: evidence.id },
        body: { revision, ...changed },
      })
      cache.patch({ missing: answer.missing }, { ...value, descriptionRevision: answer.descriptionRevision })
      if ('planEntryId' in changed || 'setUpId' in changed || 'ownMethodId' in changed) void cache.ask()
      if (Object.keys(changed).some(f => judgedBy.includes(f)))
        void queryClient.invalidateQueries({ queryKey: ['GET /centres/:centreId/evidence/:evidenceId/claimable'] })
      return answer.descriptionRevision
    },
    (changed, value) => ({ ...value, ...changed }),
  )
  // One that has ended meanwhile stays what this evidence is, until another is chosen.
  const { type, ownMethod } = version
  const ended = type && ownMethod && !offered.some(m => m.id === ownMethod.id) ? [{ ...ownMethod, type }] : []
  const methods: { id: string; name: string; type: EvidenceType; explanation?: string }[] = [...offered, ...ended]
  const chosen = methods.find(m => m.id === kept.value.ownMethodId)
  // What a witness signed is not offered for changing.
  const open = (part: EvidencePart) => !evidence.testimony || !staysAsSigned(part)
  const set = (change: Partial<Described>) => kept.type({ ...kept.value, ...change })
  return (
    <div className={style.fields}>
      {open('title') && (
        <TextInput
          label="Title"
          id="evidence-title"
          description={`A few words that ${own ? 'you and your assessor' : 'everybody'} will know it by`}
          value={kept.value.title}
          maxLength={300}
          autoComplete="off"
          onChange={e => set({ title: e.currentTarget.value })}
        />
      )}
      {open('description') && (
        <Textarea
          label="What it shows"
          description={`What ${own ? 'you' : evidence.learner.name} did, and what to look at. One or two sentences are enough.`}
          autosize
          minRows={2}
          maxLength={10_000}
          value={kept.value.description}
          onChange={e => set({ description: e.currentTarget.value })}
        />
      )}
      <div className={style.pair}>
        {open('shownOn') && (
          <TextInput
            label="Day it happened"
            id="evidence-day"
            type="date"
            max={today()}
            value={kept.value.shownOn ?? ''}
            onChange={e => set({ shownOn: e.currentTarget.value || null })}
          />
        )}
        <NativeSelect
          label={own ? 'Where you did it' : 'Where it was done'}
          id="evidence-setting"
          value={kept.value.setting ?? ''}
          onChange={e => set({ setting: (e.currentTarget.value || null) as Described['setting'], setUpId: null })}
          data={[{ value: '', label: 'Choose' }, ...settings.map(s => ({ value: s, label: settingNames[s] }))]}
        />
        {open('type') && (
          <NativeSelect
            label="Kind of evidence"
            id="evidence-kind"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={
              kept.value.type &&
              `${chosen?.explanation ?? kindExplanations[kept.value.type]} ${somewhere(kept.value.type)}`
            }
            error={kept.value.type && whyAndWho(notAccepted.get(kept.value.type))}
            disabled={version.worksheetId !== null}
            value={kept.value.ownMethodId ?? kept.value.type ?? ''}
            onChange={e => {
              const { value } = e.currentTarget
              const method = methods.find(m => m.id === value)
              const type = method?.type ?? ((value || null) as Described['type'])
              set({ type, ownMethodId: method?.id ?? null })
              // The record of the kind stands there at once, not only when the choice is saved.
              cache.patch({}, { type })
            }}
            data={[
              ...evidenceTypes.map(t => ({ id: t as string, type: t, name: evidenceTypeNames[t] })),
              ...methods,
            ].map(({ id, type, name }) => ({
              value: id,
              label: `${name}${notAccepted.has(type) ? ' (not accepted)' : ''}`,
              disabled: notAccepted.has(type),
            }))}
          />
        )}
        <NativeSelect
          label="Kind of organisation"
          id="evidence-sector"
          value={kept.value.sector ?? ''}
          onChange={e => set({ sector: (e.currentTarget.value || null) as Described['sector'] })}
          data={[{ value: '', label: 'Choose' }, ...sectors.map(s => ({ value: s, label: sectorNames[s] }))]}
        />
        <NativeSelect
          label="Whose customers"
          id="evidence-customers"
          value={kept.value.customers ?? ''}
          onChange={e => set({ customers: (e.currentTarget.value || null) as Described['customers'] })}
          data={[{ value: '', label: 'Choose' }, ...customerKinds.map(c => ({ value: c, label: customersNames[c] }))]}
        />
      </div>
      {open('type') && (
        <KindsExplained
          kinds={evidenceTypes}
          summary="What each kind of evidence is"
          own={offered}
          why={type => notAccepted.get(type) ?? somewhere(type)}
        />
      )}
      <SetUpField
        setting={kept.value.setting}
        value={kept.value.setUpId}
        set={setUpId => set({ setUpId })}
        ticked={version.claims.map(c => c.unitId)}
      />
      <SettingNote evidenceId={evidence.id} ticked={ticked} />
      {(staged.includes(kept.value.setting) || kept.value.simulationReason) && (
        <Textarea
          label={kept.value.setting === 'realistic-working-environment' ? 'Why not in a job' : 'Why it was simulated'}
          description="Why nothing that happened naturally could be had. Some units accept a simulation only with this reason."
          autosize
          minRows={2}
          maxLength={2000}
          value={kept.value.simulationReason}
          onChange={e => set({ simulationReason: e.currentTarget.value })}
        />
      )}
      {open('planEntryId') && (
        <PlanField
          learner={evidence.learner}
          type={kept.value.type}
          value={kept.value.planEntryId}
          set={plan => set({ planEntryId: plan })}
        />
      )}
      <DraftNote draft={kept} show={(other: Described) => differing(other, kept.value)} />
    </div>
  )
}

const describedIn = (version: EvidenceVersion): Described => ({
  ...{ title: version.title, description: version.description, type: version.type, shownOn: version.shownOn },
  ...{ setting: version.setting, sector: version.sector, customers: version.customers },
  simulationReason: version.simulationReason,
  planEntryId: version.planned?.id ?? null,
  setUpId: version.setUp?.id ?? null,
  ownMethodId: version.ownMethod?.id ?? null,
})

/** What the other window says differently, in words. */
function differing(other: Described, mine: Described): string {
  return fields
    .filter(f => other[f] !== mine[f])
    .map(f => {
      if (f === 'shownOn') return shownOnText(other.shownOn)
      if (f === 'setting') return other.setting ? settingNames[other.setting] : 'No place yet'
      if (f === 'sector') return other.sector ? sectorNames[other.sector] : 'No kind of organisation yet'
      if (f === 'customers') return other.customers ? customersNames[other.customers] : 'Customers not said yet'
      if (f === 'planEntryId') return other.planEntryId ? 'Another plan' : 'No plan'
      if (f === 'setUpId') return other.setUpId ? 'Another simulation or environment' : 'No simulation named'
      if (f === 'ownMethodId') return other.ownMethodId ? 'Another kind of the centre' : 'No kind of the centre'
      if (f === 'type') return other.type ? evidenceTypeNames[other.type] : 'No kind yet'
      return other[f] || '(empty)'
    })
    .join(' · ')
}
