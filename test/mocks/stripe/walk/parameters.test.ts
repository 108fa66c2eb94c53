import { expect, test, vi } from 'vitest'
import { isOAuth } from '../../../../mocks/stripe/oauth/errors.js'
import type { Schema } from '../../../../src/engine/description/document.js'
import type { Operation } from '../../../../src/engine/description/operation.js'
import { stripeWorld } from '../../../support/stripe.js'
import { describeWithStripe, stripeDescription } from '../../../support/stripe-description.js'
import { written } from './written.js'

/** A value that is none of its type, and what Stripe says of it. */
const WRONG: Readonly<Record<string, readonly [value: unknown, said: RegExp]>> = {
  integer: ['soon', /^Invalid integer: soon$/],
  number: ['half', /^Invalid decimal: half$/],
  boolean: ['perhaps', /^Invalid boolean: perhaps$/],
  array: ['alone', /^Invalid array$/],
  object: ['flat', /^Invalid object$/],
}

/** API v2 has one code for all that is wrong with fields. */
const v2 = ({ path }: Operation) => path.startsWith('/v2/')

function codeOf(operation: Operation, type: unknown): string | undefined {
  return v2(operation) ? 'invalid_fields' : type === 'integer' ? 'parameter_invalid_integer' : undefined
}

// Checks of six hundred operations are compiled here for the first time.
vi.setConfig({ testTimeout: 120_000 })

describeWithStripe('what is wrong with a request is said in Stripe’s words, by every operation', () => {
  const world = stripeWorld()
  const description = stripeDescription()
  const operations = description.operations.filter(
    // OAuth has errors of its own form: test/mocks/stripe/oauth.
    ({ path, success, body, queryParameters }) => success && (body || queryParameters.length > 0) && !isOAuth({ path }),
  )

  function parameters(operation: Operation): Schema {
    const schema = operation.method === 'GET' || !operation.body ? operation.querySchema : operation.body.schema
    return description.resolve(schema)
  }

  async function asked(operation: Operation, given: Readonly<Record<string, unknown>>) {
    const { send } = await world
    const target = operation.path.replaceAll(/\{[^}]+\}/g, 'any').replace(/#.*/, '')
    const { method, body } = operation
    const answer = await send({ method, ...written(method, target, body?.mediaType, given) })
    return { status: answer.status, ...(answer.json.error as { code?: string; param?: string; message: string }) }
  }

  test('an unknown parameter', async () => {
    const wrong: unknown[] = []
    for (const operation of operations) {
      const error = await asked(operation, { standin_unknown: '1' })
      const fits =
        error.status === 400 &&
        error.code === (v2(operation) ? 'invalid_fields' : 'parameter_unknown') &&
        error.param === 'standin_unknown'
      if (!fits) wrong.push([operation.key, error])
    }
    expect(wrong).toEqual([])
  })

  test('a required one that is missing', async () => {
    const wrong: unknown[] = []
    let checked = 0
    for (const operation of operations) {
      const [first] = parameters(operation).required ?? []
      if (first === undefined) continue
      checked++
      const error = await asked(operation, {})
      const named = (parameters(operation).required ?? []).includes(String(error.param))
      if (error.status !== 400 || error.code !== (v2(operation) ? 'invalid_fields' : 'parameter_missing') || !named)
        wrong.push([operation.key, error])
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(150)
  })

  test('one of another type', async () => {
    const wrong: unknown[] = []
    let checked = 0
    for (const operation of operations) {
      for (const [name, property] of Object.entries(parameters(operation).properties ?? {})) {
        const { type } = description.resolve(property)
        const bad = typeof type === 'string' ? WRONG[type] : undefined
        if (!bad) continue
        checked++
        const error = await asked(operation, { [name]: bad[0] })
        const told = error.status === 400 && error.param === name && bad[1].test(error.message)
        if (!told || error.code !== codeOf(operation, type)) wrong.push([operation.key, name, error])
      }
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(1000)
  })
})
