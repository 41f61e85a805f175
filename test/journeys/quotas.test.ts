import { beforeAll, expect, it } from 'vitest'
import { uploadLimits } from '#domain/quotas/quotas.ts'
import { loadSampleCentre } from '#server/sample-centre/load.ts'
import { phone } from '#test/browser.ts'
import { testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'
import { picture, windowsOn } from './windows.ts'

const server = testServer()
beforeAll(() => loadSampleCentre(server.services))
const { windowOf, homeOf } = windowsOn(server)

it('Kofi’s file is refused by a limit on his phone; he cancels an unfinished upload by keyboard and the file goes in', {
  timeout: 120_000,
}, async () => {
  const { rows } = await server.services.ownerPool.query(
    `insert into uploads (centre_id, id, evidence_id, version, person_id, name, size, started_at)
     select v.centre_id, md5(i::text), v.evidence_id, v.version, v.learner_id, 'Shift recording ' || i || '.mp4', 90000000, now() - i * interval '1 minute'
       from (select v.* from evidence_versions v join identity.people p on p.id = v.learner_id
              where v.state = 'draft' and p.email = 'kofi@cast.example' limit 1) v, generate_series(1, $1::int) i
     returning '/c/' || centre_id || '/evidence/' || evidence_id as path`,
    [uploadLimits.person.uploads],
  )
  const kofi = await windowOf('kofi@cast.example', phone)
  await kofi.goto(rows[0].path)
  const choose = () =>
    kofi
      .locator('input.uppy-Dashboard-input')
      .first()
      .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('What I noticed.') })
  await choose()
  await kofi.getByText('note.txt was not uploaded. You have 20 unfinished uploads; the limit is 20.').waitFor()
  const cancel = kofi.getByRole('button', { name: 'Cancel the upload of Shift recording 3.mp4' })
  await cancel.focus()
  await picture(kofi, 'upload-refused')
  await noViolations(kofi)
  await kofi.keyboard.press('Enter')
  await kofi.getByText('19 unfinished uploads').waitFor()
  await kofi.getByRole('button', { name: 'Try again to upload note.txt' }).press('Enter')
  await kofi
    .getByRole('list', { name: 'Files that are in' })
    .getByRole('button', { name: 'Look at note.txt' })
    .waitFor()
  expect(await kofi.getByText('note.txt was not uploaded').count(), 'what is in was refused no longer').toBe(0)
})

it('Alan sees from home how full the storage is, who uses most of it, and every limit', {
  timeout: 120_000,
}, async () => {
  const alan = await homeOf('alan@weir-street.example')
  await alan.getByRole('link', { name: 'View storage and limits' }).press('Enter')
  await alan.getByRole('heading', { level: 1, name: 'Storage and limits' }).waitFor()
  await alan.getByText(/of 200 GB used\. Unfinished uploads need another 1\.7 GB\./).waitFor()
  const people = alan.getByRole('table', { name: 'Storage by person' })
  expect(await people.getByRole('row').nth(1).innerText()).toContain('Kofi Mensah')
  expect(await alan.getByRole('region', { name: 'Limits' }).innerText()).toContain('after 7 days')
  await picture(alan, 'storage')
  await noViolations(alan)
})
