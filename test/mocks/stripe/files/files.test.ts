import { expect, test } from 'vitest'
import { errorOf, HOUR, stripeWorld } from '../../../support/stripe.js'

const receipt = { data: Buffer.from('\x89PNG receipt \xff', 'latin1'), name: 'receipt.png', type: 'image/png' }

test('a file is taken in, read, listed, and its bytes come back', async () => {
  const { stripe, send, keys } = await stripeWorld()

  const file = await stripe.files.create({ purpose: 'dispute_evidence', file: receipt })

  expect(file).toMatchObject({
    id: expect.stringMatching(/^file_\w{24}$/),
    filename: 'receipt.png',
    purpose: 'dispute_evidence',
    size: receipt.data.length,
    type: 'png',
    url: `https://files.stripe.com/v1/files/${file.id}/contents`,
  })
  expect(await stripe.files.retrieve(file.id)).toMatchObject({ id: file.id, size: receipt.data.length })
  expect((await stripe.files.list({ purpose: 'dispute_evidence' })).data.map(({ id }) => id)).toEqual([file.id])
  expect((await stripe.files.list({ purpose: 'business_logo' })).data).toEqual([])
  const contents = await send({ target: `/v1/files/${file.id}/contents` })
  expect(contents.headers['Content-Type']).toBe('image/png')
  expect(Buffer.from(contents.body as Uint8Array)).toEqual(receipt.data)
  expect((await send({ target: `/v1/files/${file.id}/contents`, key: null })).status).toBe(401)
  expect((await send({ target: '/v1/files/file_none/contents', key: keys.secret })).json.error).toMatchObject({
    code: 'resource_missing',
  })
})

test('a file that is too large, of another type, empty, or none is refused', async () => {
  const { stripe, send } = await stripeWorld()
  const upload = (purpose: 'business_icon' | 'dispute_evidence', data: Buffer, name: string) =>
    errorOf(stripe.files.create({ purpose, file: { data, name, type: 'application/octet-stream' } }))

  expect((await upload('business_icon', Buffer.alloc(512 * 1024 + 1), 'icon.png')).message).toContain(
    'at most 524288 bytes',
  )
  expect((await upload('dispute_evidence', receipt.data, 'run.exe')).message).toContain("'run.exe' is none")
  expect((await upload('dispute_evidence', Buffer.alloc(0), 'a.png')).message).toContain('empty')
  const text = ['purpose', 'file'].map(
    (name) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\ndispute_evidence\r\n`,
  )
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const plain = await send({ method: 'POST', target: '/v1/files', text: `${text.join('')}--b--\r\n`, headers })
  expect(plain).toMatchObject({ status: 400, json: { error: { param: 'file' } } })
})

test('a link shows a file to whoever has its address, until it expires on the clock', async () => {
  const { stripe, send, advance, world } = await stripeWorld()
  const file = await stripe.files.create({ purpose: 'dispute_evidence', file: receipt })
  const expires = Math.floor(world.clock.now() / 1000) + 3600

  const link = await stripe.fileLinks.create({ file: file.id, expires_at: expires, metadata: { order: '42' } })
  const address = new URL(link.url ?? '').pathname

  expect(link).toMatchObject({ expired: false, expires_at: expires, metadata: { order: '42' }, file: file.id })
  const shown = await send({ target: address, key: null })
  expect(Buffer.from(shown.body as Uint8Array)).toEqual(receipt.data)
  expect(shown.headers['Content-Security-Policy']).toContain('sandbox')

  await advance(HOUR)
  expect(await stripe.fileLinks.retrieve(link.id)).toMatchObject({ expired: true, url: null })
  expect((await stripe.fileLinks.list({ expired: true })).data).toHaveLength(1)
  expect((await stripe.fileLinks.list({ expired: false })).data).toEqual([])
  expect((await send({ target: address, key: null })).status).toBe(404)
  expect((await errorOf(stripe.fileLinks.update(link.id, { expires_at: 'now' }))).statusCode).toBe(400)
})

test('a link ends now when it is told to, and is made with the file where that is asked for', async () => {
  const { stripe } = await stripeWorld()
  const { links } = await stripe.files.create({
    purpose: 'business_logo',
    file: { ...receipt, name: 'logo.png' },
    file_link_data: { create: true },
  })
  const [link] = links?.data ?? []

  expect(link).toMatchObject({ object: 'file_link', expired: false, expires_at: null })
  expect(await stripe.fileLinks.update(link?.id ?? '', { expires_at: 'now' })).toMatchObject({ expired: true })
})

test('what may not be shown gets no link', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.files.create({ purpose: 'identity_document', file: receipt })

  expect(await errorOf(stripe.fileLinks.create({ file: id }))).toMatchObject({ statusCode: 400, param: 'file' })
  expect(await errorOf(stripe.fileLinks.create({ file: 'file_none' }))).toMatchObject({
    code: 'resource_missing',
    statusCode: 400,
  })
  const past = { file: id, expires_at: 1 }
  expect((await errorOf(stripe.fileLinks.create(past))).statusCode).toBe(400)
})
