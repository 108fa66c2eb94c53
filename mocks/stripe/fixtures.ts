import { Collection } from '@mswjs/data'
import { z } from 'zod'
import { insertCustomer } from './customers/create.js'
import { insertPrice } from './prices/price.js'
import { insertProduct } from './products/product.js'
import type { StripeWorld } from './world.js'

/** People of a small shop, made up. A card is named as after `pm_card_`. */
const people = new Collection({
  schema: z.object({
    name: z.string(),
    email: z.email(),
    tier: z.enum(['new', 'regular']),
    card: z.string().optional(),
  }),
})

/** What the shop sells; prices in cents of US dollars. */
const goods = new Collection({ schema: z.object({ name: z.string(), price: z.number().int() }) })

/** Sample data for a world. It flows one way: into the world's tables, which are the only record from then on. */
export async function loadFixtures(): Promise<{ seed(world: StripeWorld): void }> {
  if (people.count() === 0) await fill()
  return {
    seed: (world) => {
      for (const person of people.all()) seedPerson(world, person)
      for (const good of goods.all()) seedGood(world, good)
    },
  }
}

async function fill(): Promise<void> {
  await people.create({ name: 'Ada Byron', email: 'ada@shop.example', tier: 'regular', card: 'visa' })
  await people.create({ name: 'Emmy Noether', email: 'emmy@shop.example', tier: 'regular', card: 'mastercard' })
  await people.create({
    name: 'Sofia Kovalevskaya',
    email: 'sofia@shop.example',
    tier: 'new',
    card: 'authenticationRequired',
  })
  await people.create({
    name: 'Srinivasa Ramanujan',
    email: 'srinivasa@shop.example',
    tier: 'new',
    card: 'chargeCustomerFail',
  })
  await people.create({ name: 'Évariste Galois', email: 'evariste@shop.example', tier: 'new' })
  await goods.create({ name: 'Tea, 250 g', price: 1250 })
  await goods.create({ name: 'Teapot', price: 4900 })
  await goods.create({ name: 'Cup', price: 900 })
}

function seedPerson(
  world: StripeWorld,
  { name, email, tier, card }: { name: string; email: string; tier: string; card?: string | undefined },
): void {
  insertCustomer(world, {
    name,
    email,
    metadata: { tier },
    ...(card !== undefined && { payment_method: `pm_card_${card}` }),
  })
}

function seedGood(world: StripeWorld, { name, price }: { name: string; price: number }): void {
  const product = insertProduct(world, { name, type: 'good' })
  insertPrice(world, { product: product.id, currency: 'usd', unit_amount: price })
}
