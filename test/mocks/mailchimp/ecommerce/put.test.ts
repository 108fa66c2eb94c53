import { expect, test } from 'vitest'
import { mailchimpWorld } from '../../../support/mailchimp.js'

async function shop() {
  const it = await mailchimpWorld()
  const { id: list_id } = await it.list()
  await it.post('/3.0/ecommerce/stores', { id: 's1', list_id, name: 'Shop', currency_code: 'EUR' })
  return it
}

test('a product and an order are put under ids of the shop, and put again', async () => {
  const it = await shop()
  const product = '/3.0/ecommerce/stores/s1/products/p1'
  const variants = [{ id: 'v1', title: 'Blue' }]
  expect((await it.put(product, { id: 'p1', title: 'Cup', variants })).json).toMatchObject({ id: 'p1', title: 'Cup' })
  expect((await it.put(product, { id: 'p1', title: 'Mug', variants })).json).toMatchObject({ id: 'p1', title: 'Mug' })
  expect((await it.get('/3.0/ecommerce/stores/s1/products')).json).toMatchObject({ total_items: 1 })
  const order = '/3.0/ecommerce/stores/s1/orders/o1'
  const body = {
    id: 'o1',
    customer: { id: 'c1', email_address: 'ada@lovelace.test', opt_in_status: false },
    currency_code: 'EUR',
    order_total: 10,
    cart_id: 'k1',
    lines: [{ id: 'l1', product_id: 'p1', product_variant_id: 'v1', quantity: 1, price: 10 }],
  }
  expect((await it.put(order, body)).json).toMatchObject({ id: 'o1', order_total: 10, cart_id: 'k1' })
  expect((await it.put(order, { ...body, order_total: 12 })).json).toMatchObject({ order_total: 12 })
  expect((await it.get('/3.0/ecommerce/stores/s1/orders')).json).toMatchObject({ total_items: 1 })
})

test('what lacks what it needs is refused, and changes nothing', async () => {
  const it = await shop()
  expect((await it.put('/3.0/ecommerce/stores/s1/products/p1', { title: 'Cup' })).status).toBe(400)
  expect(
    (await it.put('/3.0/ecommerce/stores/none/products/p1', { id: 'p1', title: 'Cup', variants: [] })).status,
  ).toBe(404)
  expect((await it.get('/3.0/ecommerce/stores/s1/products')).json).toMatchObject({ total_items: 0 })
})

test("a connected site's pixel is switched on and off; one of a site that is not there is not", async () => {
  const it = await mailchimpWorld()
  await it.post('/3.0/connected-sites', { foreign_id: 'site1', domain: 'acme.test' })
  expect((await it.post('/3.0/connected-sites/site1/actions/enable-pixel')).status).toBe(204)
  expect((await it.post('/3.0/connected-sites/site1/actions/disable-pixel')).status).toBe(204)
  expect((await it.post('/3.0/connected-sites/none/actions/enable-pixel')).status).toBe(404)
})
