import { expect, test } from 'vitest'
import { account, LETTER } from './support/account.js'

const to = [{ email: 'ada@example.com', name: 'Ada' }, { email: 'bob@example.com' }]

test('variables are put in for each recipient, in subject, sender and both parts', async () => {
  const { send, ok } = await account()
  const results = await send({
    to,
    subject: 'Order *|NO|*',
    from_name: '*|SHOP|*',
    html: '<p>Hi *|NAME|*</p>',
    text: 'Hi *|NAME|*',
    global_merge_vars: [
      { name: 'shop', content: 'Tea & Co' },
      { name: 'name', content: 'friend' },
    ],
    merge_vars: [
      {
        rcpt: 'ADA@example.com',
        vars: [
          { name: 'NAME', content: 'Ada' },
          { name: 'no', content: 7 },
        ],
      },
    ],
    track_opens: false,
  })
  const [ada, bob] = await Promise.all(results.map(({ _id }: { _id: string }) => ok('messages/content', { id: _id })))
  expect(ada).toMatchObject({ subject: 'Order 7', from_name: 'Tea & Co', html: '<p>Hi Ada</p>', text: 'Hi Ada' })
  expect(bob).toMatchObject({ subject: 'Order ', html: '<p>Hi friend</p>', text: 'Hi friend' })
  expect(ada.headers).toMatchObject({
    From: '"Tea & Co" <shop@example.com>',
    To: 'Ada <ada@example.com>',
    Subject: 'Order 7',
  })
})

test('Handlebars is rendered where it is asked for, and what cannot be read is an error', async () => {
  const { send, ok, call } = await account()
  const message = { to: [to[0]], merge_language: 'handlebars', html: '{{#each items}}<b>{{this}}</b>{{/each}}' }
  const vars = [{ name: 'items', content: ['a', '<b>'] }]
  const [result] = await send({ ...message, global_merge_vars: vars, track_opens: false })
  expect((await ok('messages/content', { id: result._id })).html).toBe('<b>a</b><b>&lt;b&gt;</b>')
  const broken = await call('messages/send', {
    message: { ...LETTER, ...message, html: '{{#each}}', global_merge_vars: vars },
  })
  expect(broken.json).toMatchObject({ name: 'ValidationError', code: -2 })
})

test('without variables nothing is merged, unless that is asked for', async () => {
  const { send, ok } = await account()
  const textOf = async (message: object) => {
    const [result] = await send({ to: [to[0]], text: 'Hi *|NAME|*', ...message })
    return (await ok('messages/content', { id: result._id })).text
  }
  expect([await textOf({}), await textOf({ merge: true })]).toEqual(['Hi *|NAME|*', 'Hi '])
})

test('a template gives what the message leaves out; a draft is not sent before it is published', async () => {
  const { ok, call } = await account()
  const name = 'Order placed'
  await ok('templates/add', {
    name,
    code: '<div mc:edit="main">old</div>',
    subject: 'One',
    from_email: 'shop@example.com',
  })
  await ok('templates/update', { name, subject: 'Two', publish: false })
  const send = async (more = {}) => {
    const body = { template_name: 'order-placed', template_content: [{ name: 'main', content: 'Hi *|A|*' }] }
    const [result] = await ok('messages/send-template', {
      ...body,
      message: { to: [to[0]], global_merge_vars: [{ name: 'a', content: 'Ada' }], track_opens: false, ...more },
    })
    return ok('messages/content', { id: result._id })
  }
  expect(await send()).toMatchObject({
    subject: 'One',
    html: '<div>Hi Ada</div>',
    from_email: 'shop@example.com',
    text: 'Hi Ada',
  })
  expect((await send({ subject: 'Mine' })).subject).toBe('Mine')
  await ok('templates/publish', { name })
  expect((await send()).subject).toBe('Two')
  expect(
    (await call('messages/send-template', { template_name: 'nobody', template_content: [], message: { to } })).json
      .name,
  ).toBe('Unknown_Template')
})

test('a MIME document is sent as it is, and its recipients come from its headers', async () => {
  const { ok } = await account()
  const raw =
    'From: Shop <shop@example.com>\r\nTo: ada@example.com\r\nCc: bob@example.com\r\nSubject: =?utf-8?B?w7w=?=\r\nX-MC-Tags: a, b\r\nX-Own: 1\r\n\r\nHi'
  const results = await ok('messages/send-raw', { raw_message: raw })
  expect(results.map(({ email }: { email: string }) => email)).toEqual(['ada@example.com', 'bob@example.com'])
  const content = await ok('messages/content', { id: results[0]._id })
  expect(content).toMatchObject({
    subject: 'ü',
    text: 'Hi',
    tags: ['a', 'b'],
    headers: { 'X-Own': '1' },
    from_name: 'Shop',
  })
})

test('recipients do not see each other, unless they are preserved', async () => {
  const { send, ok } = await account()
  const all = [...to, { email: 'carl@example.com', type: 'cc' }, { email: 'dan@example.com', type: 'bcc' }]
  const headers = async (message: object) => {
    const [result] = await send({ to: all, ...message })
    return (await ok('messages/content', { id: result._id })).headers
  }
  expect((await headers({})).To).toBe('Ada <ada@example.com>')
  expect(await headers({ preserve_recipients: true })).toMatchObject({
    To: 'Ada <ada@example.com>, bob@example.com',
    Cc: 'carl@example.com',
  })
})

test('messages are found by their words, tags, senders and days', async () => {
  const { send, ok, wait } = await account()
  await send({ to: [to[0]], subject: 'An order', tags: ['a'], metadata: { no: 42 } })
  await wait(1000)
  await send({ to: [to[1]], subject: 'A letter', tags: ['b'] })
  const found = async (body: object) =>
    (await ok('messages/search', body)).map(({ subject }: { subject: string }) => subject)
  expect(await found({})).toEqual(['A letter', 'An order'])
  expect(await found({ query: 'email:ada@example.com' })).toEqual(['An order'])
  expect(await found({ query: 'u_no:42' })).toEqual(['An order'])
  expect(await found({ query: '-tags:a' })).toEqual(['A letter'])
  expect(await found({ tags: ['b'], senders: ['shop@example.com'] })).toEqual(['A letter'])
  expect(await found({ date_from: '2026-01-16' })).toEqual([])
  expect(await found({ limit: 1 })).toEqual(['A letter'])
  expect(await ok('messages/search-time-series', {})).toMatchObject([{ time: '2026-01-15 09:00:00', sent: 2 }])
})
