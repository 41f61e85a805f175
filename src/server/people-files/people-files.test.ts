import { expect, it } from 'vitest'
import { awardNumber, diplomaNumber } from '#cast/qualification.ts'
import { smallBody } from '#contract/endpoint.ts'
import { publishedSample } from '#test/catalogue.ts'
import { lineBreaks } from '#test/hostile/files.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const headings =
  'Name;E-mail;Roles;Qualification;Units;Registered on;Assessor;Trainee assessor;Countersigner;IQA;Mentor;Level reason;Funding;Options reason'

async function aCentre() {
  const centreId = await server.centre('Harbour Training')
  const administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  await publishedSample(server, centreId, administrator.personId)
  const at = `/centres/${centreId}`
  const preview = async (file: string | Uint8Array) =>
    (await administrator.post(`${at}/people-files/preview`, typeof file === 'string' ? Buffer.from(file) : file)).body
  const write = (file: string, token: string) =>
    administrator.post(`${at}/people-files?token=${token}`, Buffer.from(file))
  const faults = async (...lines: string[]) =>
    (await preview([headings, ...lines].join('\r\n'))).faults.map(
      (f: { line: number; column: string | null; code: string }) => [f.line, f.column, f.code.split('/')[1]],
    )
  const count = async (table: string) =>
    (await server.services.ownerPool.query(`select count(*)::int as n from ${table} where centre_id = $1`, [centreId]))
      .rows[0].n
  return { centreId, administrator, at, preview, write, faults, count }
}

it('a file of line breaks, or of more lines than any centre has people, is refused by name and holds up nobody', async () => {
  const c = await aCentre()
  const codes = async (file: Uint8Array) => (await c.preview(file)).faults.map((f: { code: string }) => f.code)
  expect(await codes(lineBreaks())).toContain('people-files/too-many-lines')
  const many = `${headings}\n${'Ben Carter;ben@file.example;assessor\n'.repeat(20_001)}`
  expect(await codes(Buffer.from(many))).toContain('people-files/too-many-lines')
})

const unique = (text: string) => text.replaceAll('@', `.${Math.random().toString(36).slice(2, 8)}@`)

it('a file of staff and learners is looked at whole, then written whole, and everybody is invited', async () => {
  const c = await aCentre()
  const [ben, jo, carol, amina] = [
    'ben@file.example',
    'jo@file.example',
    'carol@file.example',
    'amina@file.example',
  ].map(unique)
  const file = `﻿${[
    headings,
    `Ben Carter;${ben?.toUpperCase()};assessor`,
    `Jo Hart;${jo};"Trainee assessor; mentor"`,
    `Carol Lane;${carol};IQA;;`,
    '',
    `"Yusuf; Amina";${amina};;${diplomaNumber.replaceAll('/', '_')};T/299/1055 L/299/1062;12/01/2026;${ben};${jo};;${carol};;Fits the desk;Apprenticeship;Serves there daily`,
    `;${amina};;${awardNumber};;2026-02-01;${ben};;;;;Next step;self-funded`,
  ].join('\r\n')}`
  const shown = await c.preview(file)
  expect(shown.faults).toEqual([])
  expect(shown).toMatchObject({ encoding: 'utf-8', lines: 5, people: 4, registrations: 2 })
  expect(await c.count('registrations'), 'nothing is written by looking').toBe(0)
  const written = await c.write(file, shown.token)
  expect([written.status, written.body]).toEqual([200, { people: 4, registrations: 2 }])
  const { registrations } = (await c.administrator.get(`${c.at}/registrations?sort=registered`)).body
  expect(registrations[0]).toMatchObject({ learner: { name: 'Yusuf; Amina' }, registeredOn: '2026-01-12', units: 6 })
  expect(
    registrations[0].people.map((p: { role: string; person: { name: string } }) => [p.role, p.person.name]),
  ).toEqual([
    ['trainee-assessor', 'Jo Hart'],
    ['assessor', 'Ben Carter'],
    ['countersigner', 'Ben Carter'],
    ['iqa', 'Carol Lane'],
  ])
  expect((await c.administrator.get(`${c.at}/letters`)).body.total).toBe(4)
  const again = await c.preview(file)
  expect(again.faults.map((f: { line: number; code: string }) => [f.line, f.code])).toEqual([
    [2, 'people-files/already-here'],
    [3, 'people-files/already-here'],
    [4, 'people-files/already-here'],
    [6, 'people-files/already-registered'],
    [7, 'people-files/already-registered'],
  ])
  const twice = await c.write(file, shown.token)
  expect([twice.status, twice.body.code]).toEqual([409, 'people-files/changed-since'])
})

it('every faulty line is named with its field before anything is written [R42] [R44]', async () => {
  const c = await aCentre()
  const rows = [
    `Ann One;ann@f.example;assesor`,
    `Bea Two;bea(at)f.example;assessor`,
    `;cat@f.example;iqa`,
    `Dot Four;dot@f.example;`,
    `Eve Five;eve@f.example;learner;999/9999/9;;2026-01-01;;;;;;Fits;employer`,
    `Fay Six;fay@f.example;learner;${diplomaNumber};Z/999/9999;2026-02-30;nobody@f.example;;;;;Fits;employer`,
    `Gil Seven;gil@f.example;mentor;${diplomaNumber};;2126-01-01;;;;;;Fits;employer`,
    `Hal Eight;hal@f.example;assessor`,
    `Hal Other;hal@f.example;assessor`,
    `Ian Ten;ian@f.example;learner;;T/299/1055`,
    `Jay Eleven;jay@f.example;learner;${diplomaNumber};;;hal@f.example;hal@f.example;;;;;a lottery`,
    `Kit Twelve;kit@f.example;learner;;;;;;;;;;;;Esq.`,
    `Lou Fourteen;lou@f.example;learner;${diplomaNumber};T/299/1055;2026-01-12`,
  ]
  expect(await c.faults(...rows)).toEqual([
    [2, 'roles', 'unknown-role'],
    [3, 'e-mail', 'malformed-e-mail'],
    [4, 'name', 'name-missing'],
    [5, 'roles', 'roles-missing'],
    [6, 'qualification', 'unknown-qualification'],
    [7, 'registered on', 'malformed-day'],
    [7, 'units', 'unknown-unit'],
    [7, 'assessor', 'person-not-found'],
    [8, 'roles', 'not-a-learner'],
    [8, 'registered on', 'day-to-come'],
    [10, 'name', 'name-differs'],
    [10, 'e-mail', 'twice-in-file'],
    [11, 'units', 'without-qualification'],
    [12, 'registered on', 'day-missing'],
    [12, 'level reason', 'level-reason-missing'],
    [12, 'funding', 'unknown-funding'],
    [12, 'trainee assessor', 'role-not-held'],
    [12, 'assessor', 'assessor-is-trainee'],
    [12, 'countersigner', 'countersigner-is-trainee'],
    [13, null, 'too-many-cells'],
    [14, 'level reason', 'level-reason-missing'],
    [14, 'funding', 'funding-missing'],
    [14, 'assessor', 'assessor-to-agree'],
    [14, 'options reason', 'options-reason-missing'],
  ])
  expect(await c.count('role_grants')).toBe(1)
})

it('headings that are missing, unknown or doubled, and an open quotation mark, are named', async () => {
  const c = await aCentre()
  const codes = async (text: string) =>
    (await c.preview(text)).faults.map((f: { code: string }) => f.code.split('/')[1])
  expect(await codes('name,role,phone,role\nAnn,assessor,1,iqa')).toEqual([
    'unknown-column',
    'column-twice',
    'column-missing',
  ])
  expect(await codes('')).toEqual(['no-lines'])
  expect(await codes('name,e-mail,roles\n"Ann,ann@f.example,iqa\n')).toContain('quote-open')
  expect(await codes('name,e-mail\nLane, Ann,ann@f.example')).toEqual(['too-many-cells'])
})

it('what Windows wrote before UTF-8 is read, and said', async () => {
  const c = await aCentre()
  const text = unique('name\te-mail\troles\nZoë Brontë\tzoe@f.example\tassessor\n')
  const old = await c.preview(Uint8Array.from(Buffer.from(text, 'latin1')))
  expect([old.encoding, old.rows[0].name, old.faults]).toEqual(['windows-1252', 'Zoë Brontë', []])
  const excel = await c.preview(Uint8Array.from(Buffer.from(`﻿${text}`, 'utf16le')))
  expect([excel.encoding, excel.rows[0].name]).toEqual(['utf-16', 'Zoë Brontë'])
})

it('what was previewed is what is written: another file or a centre that has changed is refused, and nothing is half done', async () => {
  const c = await aCentre()
  const file = unique('name,e-mail,roles\nAnn One,ann@g.example,assessor\nBea Two,bea@g.example,iqa\n')
  const { token } = await c.preview(file)
  expect((await c.write(file.replace('Ann One', 'Ann Won'), token)).body.code).toBe('people-files/changed-since')
  const address = /bea\S*@g.example/.exec(file)?.[0]
  await c.administrator.post(`${c.at}/people`, { name: 'Bea Two', email: address, roles: ['iqa'] })
  const refused = await c.write(file, token)
  expect([refused.status, refused.body.code, refused.body.details.faults[0].code]).toEqual([
    ...[409, 'people-files/changed-since', 'people-files/already-here'],
  ])
  expect(await c.count('role_grants')).toBe(2)
})

it('only an administrator brings a file [R107], and the template is a file that can be sent back', async () => {
  const c = await aCentre()
  const iqa = await server.person(c.centreId, 'Carol Lane', 'lead-iqa')
  expect((await iqa.post(`${c.at}/people-files/preview`, Buffer.from('name'))).status).toBe(403)
  const template = (await c.administrator.get(`${c.at}/people-files/template.csv`)).body
  expect(await c.preview(template)).toMatchObject({ faults: [], people: 3, registrations: 1 })
})

it('five hundred lines are looked at and written with as many statements as two', async () => {
  const c = await aCentre()
  const statements = async (learners: number) => {
    const stamp = Math.random().toString(36).slice(2, 8)
    const file = [
      'name,e-mail,roles,qualification,units,registered on,assessor,level reason,funding,options reason',
      `Ben Carter,ben.${stamp}@h.example,assessor`,
      ...Array.from(
        { length: learners },
        (_, n) =>
          `Learner ${n},l${n}.${stamp}@h.example,learner,${diplomaNumber},T/299/1055,2026-01-12,ben.${stamp}@h.example,Fits the job,employer,What they do daily`,
      ),
    ].join('\n')
    // Made large by a blank line: a large file is taken between two transactions, and each asks once who calls.
    const bytes = Buffer.from(`${file}\n${' '.repeat(smallBody)}`)
    const looked = await c.administrator.post(`${c.at}/people-files/preview`, bytes)
    expect(looked.body).toMatchObject({ faults: [], people: learners + 1, registrations: learners })
    const written = await c.administrator.post(`${c.at}/people-files?token=${looked.body.token}`, bytes)
    expect(written.body).toEqual({ people: learners + 1, registrations: learners })
    return [looked, written].map(answer => Number(answer.headers.get('x-sql-statements')))
  }
  const two = await statements(2)
  expect(two.every(n => n > 0)).toBe(true)
  expect(await statements(500)).toEqual(two)
})
