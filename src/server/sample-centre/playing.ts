import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { registrations } from '#cast/people.ts'
import type { EvidenceContent, Judgement as Judged, Step } from '#cast/story.ts'
import { acceptanceOf as acceptAll } from '#domain/decisions/accepting.ts'
import { type CriterionKey, type Judgement, keyOf, type Layers } from '#domain/decisions/layers.ts'
import { claimCriteria } from '#server/claims/actions.ts'
import { decideEvidence, decideProvisionally, openAssessment } from '#server/decisions/actions.ts'
import {
  addEvidence,
  describeEvidence,
  describeOccasions,
  draftNewVersion,
  fillInRecord,
  submitEvidence,
  withdrawEvidence,
  writeStatement,
} from '#server/evidence/actions.ts'
import { attachFile } from '#server/evidence/attaching.ts'
import { handOver, recordSighting } from '#server/evidence/authenticating.ts'
import { selectOneEvidence } from '#server/evidence/reading.ts'
import { cutRecording } from '#server/evidence/recordings.ts'
import { relateEvidence } from '#server/evidence/relating.ts'
import { attachDocument } from '#server/further-documents/uploads.ts'
import { setPin } from '#server/pins/actions.ts'
import { planEntry } from '#server/planning/actions.ts'
import { questionCriteria } from '#server/questions/actions.ts'
import { askWitness } from '#server/testimonies/actions.ts'
import { answerWorksheet } from '#server/worksheets/actions.ts'
import { dayOf, does, momentOf, type Stage } from './stage.ts'

type Of<D extends Step['do']> = Extract<Step, { do: D }>

/** One step of the story. What this release cannot do yet (signing off, sampling) is left out of it. */
export async function play(stage: Stage, step: Step): Promise<void> {
  switch (step.do) {
    case 'add-evidence':
      return await add(stage, step)
    case 'new-version':
      await onEvidence(stage, step, draftNewVersion as never, {})
      return await fill(stage, step, step.content)
    case 'hand-over':
      return await onEvidence(stage, step, handOver as never, { authentic: true })
    case 'see-where-kept':
      return await onEvidence(stage, step, recordSighting as never, {
        seenOn: dayOf(stage, step.daysAgo),
        note: step.note,
      })
    case 'claim':
      await onEvidence(stage, step, claimCriteria as never, {
        claim: keysOf(stage, step.registration, step.criteria),
      })
      return await hangOnClaims(stage, step)
    case 'submit':
      return await onEvidence(stage, step, submitEvidence as never, { authentic: true })
    case 'withdraw':
      return await onEvidence(stage, step, withdrawEvidence as never, { reason: step.reason })
    case 'question':
      return await question(stage, step)
    case 'ask-witness':
      return await askForTestimony(stage, step)
    case 'plan':
      return await plan(stage, step)
    case 'provisional-decision':
      return await judge(stage, step, step, 'trainee')
    case 'decision':
      return await judge(stage, step, step, 'assessor')
    case 'return':
      return await judge(
        stage,
        step,
        {
          met: [],
          notYetMet: step.criteria.map(criterion => ({ criterion, reason: step.reason })),
          accepted: null,
          enough: {},
          covers: [],
          marks: [],
          beside: [],
          feedback: step.feedback,
        },
        'assessor',
      )
  }
}

type OnEvidence = Step & { evidence: string }

function place(stage: Stage, step: OnEvidence) {
  const evidence = stage.evidence.get(step.evidence)
  if (!evidence) throw new Error(`no evidence ${step.evidence} yet`)
  return { who: step.who, centre: evidence.centre, at: momentOf(stage, step), params: { evidenceId: evidence.id } }
}

async function onEvidence(stage: Stage, step: OnEvidence, action: never, body: unknown): Promise<void> {
  await does(stage, action, { ...place(stage, step), body })
}

async function add(stage: Stage, step: Of<'add-evidence'>): Promise<void> {
  const registration = registrations.find(r => r.key === step.registrations[0])
  if (!registration) throw new Error(`no registration ${step.registrations[0]}`)
  const deed = { who: step.who, centre: registration.centre, at: momentOf(stage, step) }
  const { kind, type, worksheet } = step.content
  const { evidenceId } = worksheet
    ? await does<{ evidenceId: string }>(stage, answerWorksheet as never, {
        ...{ ...deed, params: { worksheetId: stage.worksheets.get(worksheet) as string } },
        body: { registrationId: stage.registrations.get(registration.key)?.id },
      })
    : await does<{ evidenceId: string }>(stage, addEvidence as never, {
        ...{ ...deed, params: { learnerId: stage.people.get(registration.learner) as string } },
        body: { kind, type },
      })
  stage.evidence.set(step.evidence, { id: evidenceId, centre: registration.centre })
  await fill(stage, step, step.content)
}

async function question(stage: Stage, step: Of<'question'>): Promise<void> {
  const { evidence } = await does<{ evidence: { version: number } }>(stage, openAssessment as never, {
    ...place(stage, step),
    query: {},
  })
  const criteria = keysOf(stage, step.registration, step.criteria)
  const body = { version: evidence.version, criteria, reason: step.reason }
  await onEvidence(stage, step, questionCriteria as never, body)
}

async function askForTestimony(stage: Stage, step: Of<'ask-witness'>): Promise<void> {
  const { centre } = stage.registrations.get(step.registration) as { centre: string }
  await does(stage, askWitness as never, {
    who: step.who,
    centre,
    at: momentOf(stage, step),
    params: { learnerId: stage.people.get(step.learner) as string },
    body: {
      type: 'witness-testimony',
      witnessName: step.witness,
      email: step.email,
      asks: step.asks,
      aboutId: step.about ? stage.evidence.get(step.about)?.id : null,
    },
  })
}

async function plan(stage: Stage, step: Of<'plan'>): Promise<void> {
  const { id: registrationId, centre } = stage.registrations.get(step.registration) as { id: string; centre: string }
  const { planEntryId } = await does<{ planEntryId: string }>(stage, planEntry as never, {
    who: step.who,
    centre,
    at: momentOf(stage, step),
    params: { registrationId },
    body: {
      kind: step.kind,
      plannedFor: dayOf(stage, step.forDaysAgo),
      text: step.text,
      criterionIds: keysOf(stage, step.registration, step.criteria).map(k => k.criterionId),
    },
  })
  stage.plans.set(step.plan, planEntryId)
}

async function fill(stage: Stage, step: OnEvidence, content: EvidenceContent): Promise<void> {
  const there = place(stage, step)
  const { versions } = await does<{
    versions: {
      descriptionRevision: number
      statementRevision: number
      occasionsRevision: number
      recordRevision: number
      files: { id: string }[]
    }[]
  }>(stage, selectOneEvidence as never, there)
  const body = {
    revision: versions[0]?.descriptionRevision,
    title: content.title,
    description: content.description,
    type: content.type,
    shownOn: dayOf(stage, content.showsDaysAgo),
    setting: content.setting,
    sector: content.sector,
    customers: content.customers,
    simulationReason: content.simulationReason ?? '',
    setUpId: content.setUp ? stage.setUps.get(content.setUp) : null,
    planEntryId: content.plan ? stage.plans.get(content.plan) : null,
  }
  await does(stage, describeEvidence as never, { ...there, body })
  if (content.statement && !content.worksheet)
    await does(stage, writeStatement as never, {
      ...there,
      body: { revision: versions[0]?.statementRevision, statement: document(content.statement) },
    })
  if (content.occasions.length > 0) {
    const occasions = content.occasions.map(({ daysAgo, customer, channel, seenBy }, at) => ({
      ...{ day: at === 0 ? null : dayOf(stage, daysAgo), customer, channel, seenBy, setting: null, criteria: null },
    }))
    const body = { revision: versions[0]?.occasionsRevision, occasions }
    await does(stage, describeOccasions as never, { ...there, body })
  }
  if (content.record)
    await does(stage, fillInRecord as never, {
      ...there,
      body: { revision: versions[0]?.recordRevision, record: content.record },
    })
  if (content.relatesTo.length > 0)
    await does(stage, relateEvidence as never, {
      ...there,
      body: { evidenceIds: content.relatesTo.map(key => stage.evidence.get(key)?.id) },
    })
  for (const name of content.files ?? []) {
    await does(stage, attachFile as never, { ...there, body: { name, path: pathOf(name) } })
  }
  stage.onClaims.set(step.evidence, content)
}

const pathOf = (name: string) =>
  fileURLToPath(new URL(`../../../db/cast/files/${encodeURIComponent(name)}`, import.meta.url))

/** The parts of a recording, and the pins: both hang on claims, so they follow the first of them. */
async function hangOnClaims(stage: Stage, step: Of<'claim'>): Promise<void> {
  const hung = stage.onClaims.get(step.evidence)
  if (!hung || hung.parts.length + hung.pins.length === 0) return
  stage.onClaims.delete(step.evidence)
  const there = place(stage, step)
  const { versions } = await does<{ versions: { files: { id: string; name: string; mediaKind: string }[] }[] }>(
    stage,
    selectOneEvidence as never,
    there,
  )
  const files = versions[0]?.files ?? []
  const sound = files.find(f => f.mediaKind === 'audio' || f.mediaKind === 'video')
  if (sound && hung.parts.length > 0) {
    const parts = hung.parts.map(p => ({ ...p, criteria: keysOf(stage, step.registration, p.criteria) }))
    const params = { ...there.params, fileId: sound.id }
    await does(stage, cutRecording as never, { ...there, params, body: { revision: 1, parts } })
  }
  for (const { criteria, file, place: at } of hung.pins)
    for (const key of keysOf(stage, step.registration, criteria)) {
      const fileId = file === null ? null : files.find(f => f.name === file)?.id
      await does(stage, setPin as never, { ...there, body: { ...key, fileId, place: at } })
    }
}

const document = (paragraphs: string[]) => ({
  type: 'doc',
  content: paragraphs.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

type Said = Pick<Judged, 'met' | 'notYetMet' | 'accepted' | 'enough' | 'covers' | 'marks' | 'beside' | 'feedback'>

async function judge(
  stage: Stage,
  step: OnEvidence & { registration: string },
  said: Said,
  layer: 'trainee' | 'assessor',
): Promise<void> {
  const there = place(stage, step)
  const shown = await does<{
    evidence: { version: number; revision: number; contentHash: string | null }
    layers: Layers
    obstacles: Record<string, { code: string }[]>
  }>(stage, openAssessment as never, { ...there, query: {} })
  const met = keysOf(stage, step.registration, said.met)
  const judgements: Judgement[] = [
    ...met.map(k => ({ ...k, outcome: 'met' as const, reason: null })),
    ...said.notYetMet.map(n => ({
      ...(keysOf(stage, step.registration, [n.criterion])[0] as CriterionKey),
      outcome: 'not-yet-met' as const,
      reason: n.reason,
    })),
  ]
  const returned = met.length === 0
  const decide = (layer === 'assessor' ? decideEvidence : decideProvisionally) as never
  const { decisionId } = await does<{ decisionId: string }>(stage, decide, {
    ...there,
    body: {
      requestId: requestIdOf(step),
      version: shown.evidence.version,
      seenRevision: shown.evidence.revision,
      seenContent: shown.evidence.contentHash ?? '',
      seen: { learner: shown.layers.learner, trainee: shown.layers.trainee },
      judgements,
      outcome: returned ? 'returned' : 'accepted',
      returnReason: returned ? said.notYetMet[0]?.reason : null,
      feedback: said.feedback,
      acceptances: said.accepted ? [acceptanceOf(stage, step.registration, shown.layers, met, said.accepted)] : [],
      covers: ticksOf(stage, step.registration, said.covers),
      marks: said.marks,
      justifications: [
        ...Object.entries(said.enough).map(([criterion, text]) => ({
          ...(keysOf(stage, step.registration, [criterion])[0] as CriterionKey),
          code: 'more-than-one-example',
          text,
          ticked: true,
        })),
        ...Object.entries(affirmed).flatMap(([code, text]) =>
          met.filter(k => shown.obstacles[keyOf(k)]?.some(o => o.code === code)).map(k => ({ ...k, code, text })),
        ),
      ],
    },
  })
  for (const name of said.beside)
    await does(stage, attachDocument as never, { ...there, params: { decisionId }, body: { name, path: pathOf(name) } })
}

/** What everybody in the story affirms where they are asked, in the words of the screen. */
const affirmed = {
  'not-said-clear': 'It can be heard and seen clearly enough for somebody who was not there.',
  'not-said-told':
    'It says what was done, when, where, how, why and with whom, well enough for somebody who was not there.',
  'knowledge-not-said': 'What was seen could not have been done without knowing it.',
}

/** 'D/299/1017 2a' as the tick it names in a registration's own version; it rests on the day of the evidence. */
function ticksOf(stage: Stage, registration: string, covers: string[]) {
  const { id, tree } = stage.registrations.get(registration) as StagedRegistration
  return covers.map(named => {
    const [, code, requirement, item = ''] = /^(\S+) (\d+)([a-z]?)$/.exec(named) ?? []
    const unit = tree.units.find(u => u.code === code)
    if (!unit) throw new Error(`${registration}: no requirement ${named}`)
    return { registrationId: id, unitId: unit.id, requirement, item }
  })
}

type StagedRegistration = Stage['registrations'] extends Map<string, infer R> ? R : never

function acceptanceOf(
  stage: Stage,
  registration: string,
  layers: Layers,
  met: CriterionKey[],
  { layer, rationale }: NonNullable<Said['accepted']>,
) {
  const id = stage.registrations.get(registration)?.id
  const shown = acceptAll(layers, layer).accepts.filter(t => t.registrationId === id)
  return {
    layer,
    confirmed: true,
    shown,
    exceptions: shown.filter(t => !met.some(k => k.criterionId === t.criterionId)),
    rationale,
  }
}

/** 'D/299/1017 1.1' as the criterion it names in a registration's own version. */
function keysOf(stage: Stage, registration: string, criteria: string[]): CriterionKey[] {
  const { id, tree } = stage.registrations.get(registration) as {
    id: string
    tree: Stage['registrations'] extends Map<string, infer R> ? (R extends { tree: infer T } ? T : never) : never
  }
  return criteria.map(named => {
    const [code, number] = named.split(' ')
    const criterion = tree.units
      .find(u => u.code === code)
      ?.outcomes.flatMap(o => o.criteria)
      .find(c => c.number === number)
    if (!criterion) throw new Error(`${registration}: no criterion ${named}`)
    return { registrationId: id, criterionId: criterion.id }
  })
}

/** The same step is the same save, whenever the story is told. */
function requestIdOf(step: OnEvidence & { registration: string }): string {
  const hash = createHash('sha256')
    .update(`${step.evidence} ${step.registration} ${step.who} ${step.daysAgo} ${step.time}`)
    .digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
