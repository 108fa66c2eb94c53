import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const sobjects = '/services/data/v59.0/sobjects'
const post = (json: unknown) => ({ method: 'POST', json })

test('a file is kept with its record and read back byte by byte', async () => {
  const { send } = await org()
  const account = (await send(`${sobjects}/Account`, post({ Name: 'Acme' }))).json.id
  const body = Buffer.from('hello').toString('base64')
  const file = { Name: 'a.txt', ParentId: account, Body: body, ContentType: 'text/plain' }
  const id = (await send(`${sobjects}/Attachment`, post(file))).json.id
  const at = `${sobjects}/Attachment/${id}`
  expect((await send(at)).json).toMatchObject({ BodyLength: 5, Body: `${at}/Body` })
  const bytes = await send(`${at}/Body`)
  expect(bytes).toMatchObject({ status: 200, text: 'hello', headers: { 'Content-Type': 'text/plain' } })
})

test('a file comes as a part of its own', async () => {
  const { send } = await org()
  const entity = JSON.stringify({ PathOnClient: 'report.csv', Title: 'Report' })
  const parts = [
    '--b\r\nContent-Disposition: form-data; name="entity_content"\r\nContent-Type: application/json\r\n\r\n',
    entity,
    '\r\n--b\r\nContent-Disposition: form-data; name="VersionData"; filename="report.csv"\r\nContent-Type: application/octet-stream\r\n\r\n',
    'a,b\n1,2',
    '\r\n--b--\r\n',
  ]
  const made = await send(`${sobjects}/ContentVersion`, {
    method: 'POST',
    csv: parts.join(''),
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  })
  expect(made).toMatchObject({ status: 201, json: { success: true } })
  const at = `${sobjects}/ContentVersion/${made.json.id}`
  const { json } = await send(at)
  expect(json).toMatchObject({
    FileType: 'CSV',
    FileExtension: 'csv',
    ContentSize: 7,
    VersionNumber: '1',
    IsLatest: true,
  })
  expect((await send(`${at}/VersionData`)).text).toBe('a,b\n1,2')
  expect((await send(`${sobjects}/ContentDocument/${json.ContentDocumentId}`)).json).toMatchObject({
    Title: 'Report',
    LatestPublishedVersionId: made.json.id,
  })
})
