import { expect, test } from 'vitest'
import { account } from './support/account.js'

const to = [{ email: 'ada@example.com' }]

async function letter(html: string, more: object = {}) {
  const it = await account()
  const [result] = await it.send({ to, html, ...more })
  const content = await it.ok('messages/content', { id: result._id })
  const links = [...content.html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) =>
    (link ?? '').replaceAll('&amp;', '&'),
  )
  return { ...it, id: result._id as string, links, content }
}

test('the picture counts an opening, a link a click, and leads on', async () => {
  const { links, get, ok, id } = await letter('<a href="https://shop.test/o?a=1&amp;b=2">x</a>')
  const [link = '', pixel = ''] = links
  const opened = await get(pixel, { 'user-agent': 'Mailer/1' })
  expect([opened.status, opened.headers['Content-Type']]).toEqual([200, 'image/gif'])
  const clicked = await get(link, { 'user-agent': 'Browser/1' })
  expect([clicked.status, clicked.headers.Location]).toEqual([302, 'https://shop.test/o?a=1&b=2'])
  expect(await ok('messages/info', { id })).toMatchObject({
    opens: 1,
    clicks: 1,
    opens_detail: [{ ua: 'Mailer/1' }],
    clicks_detail: [{ url: 'https://shop.test/o?a=1&b=2', ua: 'Browser/1' }],
  })
  expect(await ok('urls/list')).toEqual([{ url: 'https://shop.test/o?a=1&b=2', sent: 1, clicks: 1, unique_clicks: 1 }])
})

test('a link that nobody sent leads nowhere', async () => {
  const { links, get, id } = await letter('<a href="https://shop.test/">x</a>')
  const forged = Buffer.from(JSON.stringify({ id, url: 'https://evil.test/' })).toString('base64url')
  expect((await get((links[0] ?? '').replace(/p=.*/, `p=${forged}`))).status).toBe(404)
  expect((await get((links[0] ?? '').replace(/p=.*/, 'p=%%%'))).status).toBe(404)
})

test('without tracking, links and body stay as they are', async () => {
  const html = '<a href="https://shop.test/">x</a>'
  expect((await letter(html, { track_opens: false, track_clicks: false })).content.html).toBe(html)
})

test('Google Analytics is told by links to the domains named', async () => {
  const html = '<a href="https://shop.test/a">x</a><a href="https://other.test/b">y</a>'
  const more = { google_analytics_domains: ['shop.test'], google_analytics_campaign: 'spring', track_clicks: false }
  const { links } = await letter(html, more)
  expect(links[0]).toContain('utm_campaign=spring')
  expect(links[1]).toBe('https://other.test/b')
})

test('who unsubscribes by the link gets no more from this sender, and is led on', async () => {
  const html = '<a href="*|UNSUB:https://shop.test/bye?x=1|*">no more</a>'
  const { links, get, ok, send, id, content } = await letter(html, { merge: true })
  expect(content.headers['List-Unsubscribe']).toMatch(/^<https:\/\/localhost\/track\/unsub\.php\?u=.*>$/)
  const left = await get(links[0] ?? '')
  expect(left.headers.Location).toBe(`https://shop.test/bye?x=1&md_id=${id}&md_email=a**%40e******.***`)
  expect((await ok('messages/info', { id })).state).toBe('unsub')
  expect(await ok('rejects/list')).toMatchObject([
    { email: 'ada@example.com', reason: 'unsub', sender: { address: 'shop@example.com' } },
  ])
  expect((await send({ to }))[0]).toMatchObject({ status: 'rejected', reject_reason: 'unsub' })
  expect((await send({ to, from_email: 'other@example.com' }))[0].status).toBe('sent')
})

test('an unsubscribe link leads on only to where the message said', async () => {
  const { links, get } = await letter('<a href="*|UNSUB:https://shop.test/|*">x</a>', { merge: true })
  const forged = await get((links[0] ?? '').replace(/r=.*/, 'r=https%3A%2F%2Fevil.test'))
  expect(forged.headers.Location).toBeUndefined()
  expect(forged.text).toContain('a**@e******.***')
  expect(forged.headers['Content-Security-Policy']).toContain("default-src 'none'")
})
