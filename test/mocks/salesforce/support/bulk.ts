import type { org } from './org.js'

type Org = Awaited<ReturnType<typeof org>>
const base = '/services/data/v59.0/jobs/ingest'

/** Opens a job, uploads, closes it and waits until it is done, as a client would. */
export async function ingest(
  { send, wait }: Org,
  job: Readonly<Record<string, unknown>>,
  csv: string,
  token?: string,
): Promise<{ id: string; info: Record<string, unknown>; results: (kind: string) => Promise<string> }> {
  const as = token === undefined ? {} : { token }
  const { json } = await send(base, { method: 'POST', json: { object: 'Account', operation: 'insert', ...job }, ...as })
  await send(`${base}/${json.id}/batches`, { method: 'PUT', csv, ...as })
  await send(`${base}/${json.id}`, { method: 'PATCH', json: { state: 'UploadComplete' }, ...as })
  await wait(60_000)
  const info = (await send(`${base}/${json.id}`, as)).json
  return { id: json.id, info, results: async (kind) => (await send(`${base}/${json.id}/${kind}`, as)).text }
}
