import { expect, test } from 'vitest'
import { type Resource, stateOf, withState } from '../../../../mocks/stripe/actions/action.js'
import { families } from '../../../../mocks/stripe/actions/families.js'
import { ID_PREFIXES } from '../../../../mocks/stripe/id-prefixes.js'
import { stripeWorld } from '../../../support/stripe.js'
import { leastParameters } from '../walk/request.js'
import { written } from '../walk/written.js'

const cells = families.flatMap((family) =>
  Object.keys(family.actions).flatMap((key) => family.states.map((state) => [key, state, family] as const)),
)

/** Each cell is tried on a resource of its own, which is put into the state first. */
async function tried(key: string, state: string, family: (typeof families)[number]) {
  const shop = await stripeWorld({ materializeIds: true, strict: false })
  const { description } = shop.view
  const operation = description.operation(key)
  if (!operation) throw new Error(`There is no ${key}.`)
  const rows = shop.view.collection<Resource>(family.type)
  const id = made(shop, family.type)
  const row = rows.get(id, 'id')
  const before = { ...row, ...withState(row, family.state, state) }
  shop.world.transact('test', undefined, () => rows.put(before))
  const target = operation.path.replace(/\{[^}]+\}/, id)
  const referred: Readonly<Record<string, string>> = { payment_intent: 'pi_1', setup_intent: 'seti_1' }
  const refer = async (name: string) => referred[name]
  const given = await leastParameters(description, operation, {}, refer, 1_767_225_600)
  const answer = await shop.send({ method: 'POST', ...written('POST', target, operation.body?.mediaType, given) })
  return { answer, before, after: rows.get(id, 'id') }
}

function made({ world, view }: Awaited<ReturnType<typeof stripeWorld>>, type: string): string {
  const [prefix] = ID_PREFIXES[type] ?? [`${type.replace(/^.*\./, '')}_`]
  const row = world.transact('test', undefined, () => view.port.materialize(type, `${prefix}1`))
  if (!row) throw new Error(`No ${type} could be made.`)
  return row.id
}

test('every cell of every lifecycle: what is legal leads where the table says, all else is refused and changes nothing', async () => {
  const wrong: unknown[] = []
  for (const [key, state, family] of cells) {
    const action = family.actions[key]
    const { answer, before, after } = await tried(key, state, family)
    const legal = action?.from.includes(state)
    const now = stateOf(after, family.state)
    const fits = legal
      ? answer.status === 200 && (action?.to === undefined || now === action.to)
      : answer.status === 400 &&
        answer.json.error.code === 'status_transition_invalid' &&
        JSON.stringify(after) === JSON.stringify(before)
    if (!fits) wrong.push([key, state, answer.status, answer.json.error?.message, now])
  }
  expect(wrong).toEqual([])
  expect(cells.length).toBeGreaterThan(150)
}, 60_000)
