import { expect, test } from 'vitest'
import { zipOf } from '../../../../mocks/mailchimp/transactional/exports/zip.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

async function campaign() {
  const it = await mailchimpWorld()
  const { json } = await it.post<{ id: string }>('/3.0/campaigns', { type: 'regular' })
  const path = `/3.0/campaigns/${json.id}`
  return { ...it, path, put: (body: object) => it.put<{ html: string; detail?: string }>(`${path}/content`, body) }
}

test('a page on this machine is fetched, once, and is what the campaign says', async () => {
  const it = await campaign()
  const page = it.receiver(() => ({ status: 200, body: '<p>From a page</p>' }))
  expect((await it.put({ url: page.url })).json).toMatchObject({
    html: '<p>From a page</p>',
    plain_text: 'From a page',
  })
  expect((await it.get(`${it.path}/content`)).json).toMatchObject({ html: '<p>From a page</p>' })
  expect((await it.get(it.path)).json).toMatchObject({ content_type: 'url' })
  expect(page.checked).toHaveLength(1)
})

test('a page that is not there is told, and changes nothing', async () => {
  const it = await campaign()
  await it.put({ html: '<p>Before</p>' })
  const page = it.receiver(() => ({ status: 404, body: 'no' }))
  for (const url of [page.url, 'http://localhost:9/nobody', 'nonsense']) {
    expect(await it.put({ url })).toMatchObject({ status: 400, json: { errors: [{ field: 'url' }] } })
  }
  expect((await it.get(`${it.path}/content`)).json).toMatchObject({ html: '<p>Before</p>' })
})

test('a page on another host is not fetched, and that is said', async () => {
  const it = await campaign()
  const { status, json } = await it.put({ url: 'https://acme.test/mail.html' })
  expect(status).toBe(501)
  expect(json.detail).toContain('hosts beyond this machine')
})

test("an archive's page is what the campaign says", async () => {
  const it = await campaign()
  const archive = (name: string) => ({
    archive: { archive_type: 'zip', archive_content: zipOf(name, '<p>From an archive</p>').toString('base64') },
  })
  expect((await it.put(archive('index.html'))).json).toMatchObject({ html: '<p>From an archive</p>' })
  expect((await it.put(archive('index.txt'))).status).toBe(400)
  expect((await it.put({ archive: { archive_content: 'bm8gYXJjaGl2ZQ==' } })).status).toBe(400)
})

test('archives of other kinds are not simulated, and that is said', async () => {
  const it = await campaign()
  const { status, json } = await it.put({ archive: { archive_type: 'tar.gz', archive_content: 'AAAA' } })
  expect(status).toBe(501)
  expect(json.detail).toContain("type 'tar.gz'")
})
