import { expect, test } from 'vitest'
import { linkLifecycle, linkState } from '../../../mocks/stripe/payment-links/payment-link.js'
import { errorOf, stripeWorld } from '../../support/stripe.js'
import { checkoutPage, person } from './checkout-sessions/checkout-page.js'

type World = Awaited<ReturnType<typeof stripeWorld>>

async function create({ stripe }: World, more: object = {}) {
  const price = await stripe.prices.create({ product_data: { name: 'Tea' }, currency: 'eur', unit_amount: 1250 })
  return stripe.paymentLinks.create({ line_items: [{ price: price.id, quantity: 2 }], ...more })
}
const visit = async ({ send }: World, url: string) => {
  const answer = await send({ target: url.slice(new URL(url).origin.length), key: null })
  return { ...answer, html: String(answer.body), location: String(answer.headers.Location ?? '') }
}

test('everyone who comes gets a session of their own', async () => {
  const world = await stripeWorld()
  const link = await create(world, {
    metadata: { campaign: 'autumn' },
    after_completion: { type: 'redirect', redirect: { url: 'http://localhost/thanks?s={CHECKOUT_SESSION_ID}' } },
  })
  expect(link.url).toMatch(/^https:\/\/buy\.stripe\.com\/test_\w+$/)
  expect((await world.stripe.paymentLinks.listLineItems(link.id)).data).toMatchObject([{ amount_total: 2500 }])

  const { location } = await visit(world, `${link.url}?prefilled_email=ada%40shop.example&client_reference_id=42`)
  const page = await checkoutPage(world, location)
  expect(page.first.html).toContain('value="ada@shop.example"')
  expect((await page.post({ action: 'pay', ...person() })).location).toMatch(/^http:\/\/localhost\/thanks\?s=cs_test_/)

  const { data } = await world.stripe.checkout.sessions.list({ payment_link: link.id })
  expect(data).toMatchObject([
    { status: 'complete', client_reference_id: '42', metadata: { campaign: 'autumn' }, payment_link: link.id },
  ])
})

test('a link that leads nowhere thanks by itself', async () => {
  const world = await stripeWorld()
  const link = await create(world, {
    after_completion: { type: 'hosted_confirmation', hosted_confirmation: { custom_message: 'See you!' } },
  })
  const page = await checkoutPage(world, (await visit(world, link.url)).location)
  await page.post({ action: 'pay', ...person() })
  expect((await page.show()).html).toContain('See you!')
})

test('what a link cannot be is refused', async () => {
  const world = await stripeWorld()
  const redirect = { after_completion: { type: 'redirect' } }
  expect((await errorOf(create(world, redirect))).param).toBe('after_completion[redirect]')
  const none = world.stripe.paymentLinks.create({ line_items: [{ price: 'price_none', quantity: 1 }] })
  expect((await errorOf(none)).code).toBe('resource_missing')
  expect((await errorOf(create(world, { automatic_tax: { enabled: true } }))).statusCode).toBe(501)
})

const reach = {
  active: (world: World) => create(world),
  inactive: async (world: World) =>
    world.stripe.paymentLinks.update((await create(world)).id, { active: false, inactive_message: 'Sold out' }),
  exhausted: async (world: World) => {
    const link = await create(world, { restrictions: { completed_sessions: { limit: 1 } } })
    await (await checkoutPage(world, (await visit(world, link.url)).location)).post({ action: 'pay', ...person() })
    return link
  },
}
const act = {
  update: ({ stripe }: World, id: string) => stripe.paymentLinks.update(id, { metadata: { a: '1' } }),
  activate: ({ stripe }: World, id: string) => stripe.paymentLinks.update(id, { active: true }),
  deactivate: ({ stripe }: World, id: string) => stripe.paymentLinks.update(id, { active: false }),
  visit: async (world: World, _id: string, url: string) => {
    const { html, status } = await visit(world, url)
    if (status !== 303) throw new Error(html)
  },
}
const cells = linkLifecycle.states.flatMap((state) =>
  (Object.keys(act) as (keyof typeof act)[]).map((action) => ({
    state,
    action,
    allowed: linkLifecycle.allows(state, action),
  })),
)

test.each(cells)('$action of a link that is $state: $allowed', async ({ state, action, allowed }) => {
  const world = await stripeWorld()
  const { id, url } = await reach[state](world)
  const now = () => linkState(world.view.paymentLinks.get(id, 'payment_link'))
  expect(now()).toBe(state)
  if (!allowed) {
    await expect(act[action](world, id, url)).rejects.toThrow('This payment link is not active')
    expect(now()).toBe(state)
    return
  }
  await act[action](world, id, url)
  expect(linkLifecycle.actions[action].to).toContain(now())
})

test('a customer session names its components and its end', async () => {
  const { stripe } = await stripeWorld()
  const { id: customer } = await stripe.customers.create({})
  const session = await stripe.customerSessions.create({ customer, components: { payment_element: { enabled: true } } })
  expect(session).toMatchObject({
    customer,
    components: { payment_element: { enabled: true }, buy_button: { enabled: false } },
  })
  expect(session.client_secret).toMatch(/^cuss_secret_\w+$/)
  const none = stripe.customerSessions.create({ customer, components: {} })
  expect((await errorOf(none)).param).toBe('components')
})
