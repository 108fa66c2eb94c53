import type { Call, Description } from '../../src/engine/kit.js'
import type { StripeWorld } from './world.js'

type Fields = Readonly<Record<string, unknown>>

/** How the presentation of Checkout was called before; `custom` was never part of a description that has the others. */
const UI_MODES: Readonly<Record<string, string>> = { hosted: 'hosted_page', embedded: 'embedded_page' }
const OLDER_UI_MODES = Object.fromEntries(Object.entries(UI_MODES).map(([older, newer]) => [newer, older]))

function methodTypes({ payment_method_types: types, ...rest }: Fields): Fields {
  return types === undefined ? rest : { ...rest, allowed_payment_method_types: types }
}

/** By the key of a behaviour: its parameters under the names that they have now. What the description in use does not have never gets here. */
const PARAMETERS: Readonly<Record<string, (body: Fields) => Fields>> = {
  'POST /v1/checkout/sessions': (body) => {
    const { ui_mode: mode, ...rest } = methodTypes(body)
    return mode === undefined ? rest : { ...rest, ui_mode: UI_MODES[String(mode)] ?? mode }
  },
  'POST /v1/payment_intents': methodTypes,
  'POST /v1/payment_intents/{intent}': methodTypes,
  'POST /v1/promotion_codes': ({ coupon, ...rest }) =>
    coupon === undefined ? rest : { ...rest, promotion: { type: 'coupon', coupon } },
  'POST /v1/setup_intents': methodTypes,
  'POST /v1/setup_intents/{intent}': methodTypes,
}

/**
 * What a request says, where the sandbox follows an older description of Stripe's, in the words of the newest: those that behaviours read.
 * @source stripe/openapi of 2024-04-10 beside the declarations of stripe-node 23
 */
export function inNewerWords(body: unknown, { behaviour }: Call): unknown {
  const rename = behaviour && PARAMETERS[behaviour.key]
  return rename ? rename((body ?? {}) as Fields) : body
}

type Words = readonly (readonly [newer: string, older: string])[]
const METHOD_TYPES: Words = [['allowed_payment_method_types', 'payment_method_types']]

/** By the key of a behaviour: a parameter that only older descriptions have of the operation, and what its errors call otherwise then. */
const ERRORS: Readonly<Record<string, readonly [has: string, words: Words]>> = {
  'POST /v1/checkout/sessions': [
    'payment_method_types',
    [...METHOD_TYPES, ...Object.entries(UI_MODES).map(([older, newer]) => [newer, older] as const)],
  ],
  'POST /v1/payment_intents': ['payment_method_types', METHOD_TYPES],
  'POST /v1/promotion_codes': ['coupon', [['promotion[coupon]', 'coupon']]],
  'POST /v1/setup_intents': ['payment_method_types', METHOD_TYPES],
}

/** What an error says, in the words of the description in use. One of a parameter that nobody knows says what the client wrote. */
export function errorInWordsOf({ behaviour, operation, vendor }: Call, said: Fields): Fields {
  const [has, words] = (behaviour && ERRORS[behaviour.key]) ?? []
  if (has === undefined || !words || !operation?.body || said.code === 'parameter_unknown') return said
  if (!Object.hasOwn(vendor.description.resolve(operation.body.schema).properties ?? {}, has)) return said
  const told = (text: unknown) => words.reduce((at, [newer, older]) => at.replaceAll(newer, older), String(text))
  return { ...said, message: told(said.message), ...(said.param !== undefined && { param: told(said.param) }) }
}

type Rename = (resource: Fields, world: StripeWorld) => Fields

/** By type: whether a description has the older names, and how a resource is told with them. */
const RESOURCES: Readonly<Record<string, readonly [has: (properties: Fields) => boolean, rename: Rename]>> = {
  'checkout.session': [
    ({ ui_mode }) => ((ui_mode as { enum?: readonly unknown[] }).enum ?? []).includes('hosted'),
    ({ ui_mode, ...rest }) => ({ ...rest, ui_mode: OLDER_UI_MODES[String(ui_mode)] ?? ui_mode }),
  ],
  promotion_code: [
    ({ coupon }) => coupon !== undefined,
    // The coupon stood there whole.
    ({ promotion, ...rest }, world) =>
      promotion === undefined
        ? rest
        : { ...rest, coupon: world.coupons.find(String((promotion as { coupon?: unknown }).coupon)) ?? null },
  ],
}

const renames = new WeakMap<Description, ReadonlyMap<string, Rename>>()

function renamesOf(description: Description): ReadonlyMap<string, Rename> {
  let found = renames.get(description)
  if (!found) {
    const needed = Object.entries(RESOURCES).flatMap(([type, [has, rename]]) => {
      const schema = description.schema(type)
      return schema && has(description.resource(schema).properties ?? {}) ? [[type, rename] as const] : []
    })
    found = new Map(needed)
    renames.set(description, found)
  }
  return found
}

/** An answer in the words of the description in use. */
export function inWordsOf(description: Description, body: unknown, world: StripeWorld): unknown {
  const renamed = renamesOf(description)
  if (renamed.size === 0) return body
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(told)
    if (typeof value !== 'object' || value === null) return value
    const fields: Fields = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, told(inner)]))
    const rename = renamed.get(String(fields.object))
    return rename ? rename(fields, world) : fields
  }
  return told(body)
}
