import type { EvidenceFile } from '#contract/evidence.ts'
import { publishedSample } from './catalogue.ts'
import { grounds } from './grounds.ts'
import type { Answer, SignedIn, TestServer } from './server.ts'

type Key = { registrationId: string; criterionId: string }

/**
 * A centre with Amina, who works towards the sample diploma, and the people around her; every call goes through HTTP.
 * Claimable criteria are answered in the order of the tree.
 */
export async function aPortfolio(server: TestServer, options: { alsoAward?: boolean } = {}) {
  const centreId = await server.centre('Harbour Training')
  const at = `/centres/${centreId}`
  const person = (name: string, ...roles: Parameters<TestServer['person']>[2][]) =>
    server.person(centreId, name, ...roles)
  const alan = await person('Alan Firth', 'centre-administrator')
  const [amina, priya, ben, jo, helen, carol] = [
    await person('Amina Yusuf', 'learner'),
    await person('Priya Shah', 'learner'),
    await person('Ben Carter', 'assessor'),
    await person('Jo Hart', 'trainee-assessor'),
    await person('Helen Marsh', 'mentor'),
    await person('Carol Nwosu', 'iqa'),
  ]
  const [diploma, award] = await publishedSample(server, centreId, alan.personId)
  const register = async (learner: SignedIn, versionId: string | undefined) => {
    const { rows } = await server.services.ownerPool.query(
      'select unit_id from unit_places where centre_id = $1 and version_id = $2',
      [centreId, versionId],
    )
    const body = {
      learnerId: learner.personId,
      versionId,
      registeredOn: '2026-01-12',
      unitIds: rows.map(r => r.unit_id),
      ...grounds(ben.personId),
      allocations: { assessor: ben.personId, mentor: helen.personId, iqa: carol.personId },
    }
    const answer = await alan.post(`${at}/registrations`, body)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body.registrationId as string
  }
  const registrationId = await register(amina, diploma?.versionId)
  const awardId = options.alsoAward ? await register(amina, award?.versionId) : null

  const add = async (who: SignedIn, body: Record<string, unknown> = {}, learner = amina) => {
    const answer = await who.post(`${at}/learners/${learner.personId}/evidence`, body)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return {
      ...(answer.body as { evidenceId: string; number: number }),
      here: `${at}/evidence/${answer.body.evidenceId}`,
    }
  }
  const claimable = async (here: string): Promise<(Key & { unitId: string })[]> => {
    const { body } = await amina.get(`${here}/claimable`)
    return body.registrations.flatMap((r: any) =>
      r.units.flatMap((u: any) =>
        u.outcomes.flatMap((o: any) =>
          o.criteria.map((c: any) => ({ registrationId: r.registrationId, criterionId: c.id, unitId: u.id })),
        ),
      ),
    )
  }
  const key = ({ registrationId, criterionId }: Key): Key => ({ registrationId, criterionId })
  const describe = (here: string, who: SignedIn = amina, more: Record<string, unknown> = {}) =>
    who.put(`${here}/description`, {
      revision: 1,
      title: 'A lamp that was promised for Thursday',
      shownOn: '2026-05-14',
      ...{ setting: 'real-job', sector: 'private', customers: 'external' },
      ...more,
    })
  const write = (here: string, text: string, revision = 1, who: SignedIn = amina) =>
    who.put(`${here}/statement`, {
      revision,
      statement: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    })
  /** A statement with everything that it needs; claims the first `count` criteria of the tree. */
  const submitted = async (count = 3) => {
    const evidence = await add(amina, { kind: 'statement' })
    await describe(evidence.here)
    await write(evidence.here, 'I rang the depot first.')
    const keys = (await claimable(evidence.here)).slice(0, count).map(key)
    await amina.put(`${evidence.here}/claims`, { claim: keys })
    const answer = await amina.post(`${evidence.here}/submission`, { authentic: true })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return { ...evidence, keys, contentHash: answer.body.contentHash as string }
  }
  return {
    ...{ centreId, at, alan, amina, priya, ben, jo, helen, carol, registrationId, awardId, register, diploma, award },
    ...{ add, claimable, key, describe, write, submitted },
  }
}

export type Portfolio = Awaited<ReturnType<typeof aPortfolio>>

/** Sends a whole file by tus in one PATCH, answering the last answer. */
export async function upload(
  server: TestServer,
  who: SignedIn,
  here: string,
  name: string,
  content: Uint8Array | string,
): Promise<Answer> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const started = await startUpload(server, who, here, name, bytes.length)
  return started.status === 201
    ? await sendBytes(server, who, started.headers.get('location') ?? '', 0, bytes)
    : started
}

export const startUpload = (server: TestServer, who: SignedIn, here: string, name: string, size: number) =>
  tus(server, 'POST', `/api${here}/uploads`, {
    cookie: who.cookie,
    'upload-length': `${size}`,
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
  })

export const sendBytes = (server: TestServer, who: SignedIn, url: string, offset: number, bytes: Uint8Array) =>
  tus(
    server,
    'PATCH',
    url,
    { cookie: who.cookie, 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' },
    bytes,
  )

export const askOffset = (server: TestServer, who: SignedIn, url: string) =>
  tus(server, 'HEAD', url, { cookie: who.cookie })

async function tus(
  server: TestServer,
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: Uint8Array,
): Promise<Answer> {
  const answer = await fetch(`${server.address}${url}`, {
    method,
    headers: { 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: body as BodyInit } : {}),
  })
  const text = await answer.text()
  const json = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, body: json && text ? JSON.parse(text) : text, headers: answer.headers }
}

export const filesOf = async (who: SignedIn, here: string): Promise<EvidenceFile[]> =>
  (await who.get(here)).body.versions[0].files
