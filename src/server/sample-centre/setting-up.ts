import { randomUUID } from 'node:crypto'
import { methods } from '#cast/methods.ts'
import { sampleSpecification } from '#cast/qualification.ts'
import { setUps } from '#cast/set-ups.ts'
import { worksheets } from '#cast/worksheets.ts'
import { addOwnMethod, setMethods } from '#server/methods/actions.ts'
import { checkSetUp, nameSetUp } from '#server/settings/set-ups.ts'
import { makeWorksheet } from '#server/worksheets/actions.ts'
import { dayOf, does, momentOf, type Stage } from './stage.ts'

/** What is not accepted as evidence, and what is beyond the built-in kinds, said when the qualifications were taken on. */
export async function setAllMethods(stage: Stage): Promise<void> {
  for (const { centre, qualification, by, own, ...said } of methods) {
    const { versionId } = stage.versions.get(`${centre} ${qualification}`) ?? {}
    const deed = {
      ...{ who: by, centre, at: momentOf(stage, { daysAgo: 195, time: '16:10' }) },
      params: { versionId: versionId as string },
    }
    await does(stage, setMethods as never, { ...deed, body: { ...said, replaces: 0 } })
    for (const body of own) await does(stage, addOwnMethod as never, { ...deed, body })
  }
}

const codes = new Map(sampleSpecification.units.map(unit => [unit.number, unit.id]))

/** A unit of the sample qualification, as the centre has it. */
const unitOf = (stage: Stage, centre: string, number: string) =>
  [...stage.versions]
    .filter(([version]) => version.startsWith(`${centre} `))
    .flatMap(([, { tree }]) => tree.units)
    .find(unit => unit.code === codes.get(number))

/** The centre's simulations and environments, each gone through before the first learner comes. */
export async function setUpAll(stage: Stage): Promise<void> {
  for (const { key, centre, kind, name, description, units, by, check } of setUps) {
    const unitIds = units.map(number => unitOf(stage, centre, number)?.id)
    const { setUpId } = await does<{ setUpId: string }>(stage, nameSetUp as never, {
      ...{ who: by, centre, at: momentOf(stage, { daysAgo: 190, time: '10:00' }) },
      body: { kind, name, description, unitIds },
    })
    stage.setUps.set(key, setUpId)
    await does(stage, checkSetUp as never, {
      ...{ who: check.by, centre, at: momentOf(stage, { daysAgo: 188, time: '14:30' }), params: { setUpId } },
      body: { met: check.met, note: check.note, checkedOn: dayOf(stage, 188) },
    })
  }
}

/** The centre's own questions, made before the first learner answers them. */
export async function makeWorksheets(stage: Stage): Promise<void> {
  for (const { key, centre, unit, by, madeDaysAgo, title, questions } of worksheets) {
    const made = unitOf(stage, centre, unit)
    const ids = new Map(made?.outcomes.flatMap(o => o.criteria).map(c => [c.number, c.id]))
    const { worksheetId } = await does<{ worksheetId: string }>(stage, makeWorksheet as never, {
      ...{ who: by, centre, at: momentOf(stage, { daysAgo: madeDaysAgo, time: '11:20' }) },
      params: { unitId: made?.id as string },
      body: {
        id: randomUUID(),
        title,
        questions: questions.map(q => ({ text: q.text, criterionIds: [ids.get(q.asks)] })),
      },
    })
    stage.worksheets.set(key, worksheetId)
  }
}
