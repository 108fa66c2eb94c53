import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeForm } from '../../../src/engine/decode/form.js'
import { coerce } from '../../../src/engine/description/coerce.js'
import { minimal } from '../../../src/engine/description/minimal.js'
import { planFor } from '../../../src/engine/generic/plan.js'
import { describeWithStripe, stripeDescription } from '../../support/stripe-description.js'

describeWithStripe('over the description of Stripe', () => {
  const description = stripeDescription()
  const check = (key: string, form: string) => {
    const operation = description.operation(key)
    const schema = key.startsWith('GET') ? operation?.querySchema : operation?.body?.schema
    if (!schema) throw new Error(`There is no ${key}.`)
    const value = coerce(description, schema, decodeForm(form))
    return {
      value,
      issues: description.validator.check(schema, value, 'body').map(({ path, kind }) => `${path.join('.')} ${kind}`),
    }
  }

  test.each([
    [
      'POST /v1/customers',
      'name=Ada&address[line1]=x&metadata[0]=a&invoice_settings[custom_fields][0][name]=n&invoice_settings[custom_fields][0][value]=v&expand[]=tax',
    ],
    ['POST /v1/customers', 'description=&address=&metadata=&shipping='],
    [
      'POST /v1/payment_intents',
      'amount=2000&currency=usd&automatic_payment_methods[enabled]=true&transfer_data[destination]=acct_1',
    ],
    [
      'POST /v1/payment_intents/{intent}/confirm',
      'off_session=true&payment_method=pm_card_visa&return_url=https://x.test',
    ],
    ['POST /v1/refunds', 'charge=ch_1&amount=5&reason=fraudulent'],
    ['POST /v1/setup_intents', 'usage=off_session&flow_directions[]=inbound'],
    ['POST /v1/webhook_endpoints', 'url=https://x.test&enabled_events[]=charge.failed&enabled_events[]=*'],
    [
      'POST /v1/prices',
      'currency=usd&unit_amount=100&recurring[interval]=month&product_data[name]=x&tiers[0][up_to]=inf&tiers[1][up_to]=10&tiers[1][unit_amount_decimal]=1.5',
    ],
    [
      'POST /v1/checkout/sessions',
      'mode=payment&success_url=https://x.test&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd&line_items[0][price_data][product_data][name]=T',
    ],
    ['POST /v1/subscriptions', 'customer=cus_1&items[0][price]=price_1&trial_end=now&proration_behavior=none'],
    [
      'POST /v1/payment_methods',
      'type=card&card[number]=4242424242424242&card[exp_month]=12&card[exp_year]=2030&card[cvc]=123',
    ],
    ['GET /v1/charges', 'limit=3&created[gte]=1&customer=cus_1&expand[]=data.customer'],
    ['GET /v1/events', 'types[]=charge.failed&delivery_success=false&created=5'],
  ])('%s takes %s', (key, form) => {
    expect(check(key, form).issues).toEqual([])
  })

  test.each([
    ['POST /v1/customers', 'nmae=Ada', ['nmae unknown']],
    ['POST /v1/customers', 'balance=lots', ['balance type']],
    ['POST /v1/customers', 'address[street]=x', ['address.street unknown']],
    [
      'POST /v1/customers',
      'invoice_settings[custom_fields][0][name]=n',
      ['invoice_settings.custom_fields.0.value missing'],
    ],
    ['POST /v1/payment_intents', 'currency=usd', ['amount missing']],
    ['POST /v1/payment_intents', 'amount=1&currency=usd&capture_method=later', ['capture_method enum']],
    ['POST /v1/payment_intents', 'amount=&currency=usd', ['amount type']],
    [
      'POST /v1/payment_intents',
      'amount=1&currency=usd&automatic_payment_methods[enabled]=maybe',
      ['automatic_payment_methods.enabled type'],
    ],
    ['POST /v1/refunds', 'reason=bored', ['reason enum']],
    ['POST /v1/webhook_endpoints', 'url=https://x.test', ['enabled_events missing']],
    ['POST /v1/prices', 'currency=usd&recurring[interval]=century', ['recurring.interval enum']],
    ['GET /v1/charges', 'limit=three', ['limit type']],
    ['GET /v1/charges', 'created[after]=1', ['created.after unknown']],
    ['GET /v1/charges', 'constructor=1', ['constructor unknown']],
  ])('%s does not take %s', (key, form, issues) => {
    expect(check(key, form).issues).toEqual(issues)
  })

  test('every operation is found under a path made of it, with its parameters in order', () => {
    for (const operation of description.operations) {
      let count = 0
      const path = operation.path.replace(/\{[^}]+\}/g, () => `p${count++}`)
      const match = description.find(operation.method, path)
      const [found] = match?.values ?? []
      // A fixed segment goes before a parameter, so what is found may be more particular than what was meant.
      expect(found?.key.split('/').length, operation.key).toBe(operation.key.split('/').length)
      if (found === operation) expect(match?.captured).toEqual(operation.paramNames.map((_, i) => `p${i}`))
    }
  })

  test('the least resource of each type fits its own schema', () => {
    const types = [...new Set(description.operations.flatMap(({ success }) => (success ? [success.schema] : [])))]
    fc.assert(
      fc.property(fc.constantFrom(...types), (schema) => {
        const least = minimal(description, schema)
        expect(description.validator.check(schema, least, 'body', 'answer')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('most operations have a generic answer, and the others say why not', () => {
    const plans = description.operations.map((operation) => planFor(description, operation))
    expect(plans.filter(({ kind }) => kind !== 'none').length).toBeGreaterThan(400)
    for (const plan of plans) if (plan.kind === 'none') expect(plan.why).not.toBe('')
  })
})
