import { expect, test } from 'vitest'
import { mailchimp } from '../../mocks/mailchimp/index.js'
import { salesforce } from '../../mocks/salesforce/index.js'
import { stripe } from '../../mocks/stripe/index.js'
import { workday } from '../../mocks/workday/index.js'
import { Redactor } from '../../src/engine/redact.js'

// What is taken out of a log is looked for in whatever anybody sends: the time must grow with the length, and not with its square.
test.each([stripe, mailchimp, salesforce, workday])(
  'a long text without a secret costs $name no time',
  async (vendor) => {
    const redactor = new Redactor(('load' in vendor ? await vendor.load() : vendor).redaction)
    const took = (length: number) => {
      const began = performance.now()
      for (const each of ['x', 'a.', '1-', '<a ', '"', "'", '{"', '\\"', '<ID>', ' '])
        redactor.hidden(each.repeat(length / each.length))
      return performance.now() - began
    }
    took(10_000)
    // Squared, it would take a minute.
    expect(took(100_000)).toBeLessThan(10_000)
  },
)

test('an address at the end of a long text is still hidden', async () => {
  const redactor = new Redactor(('load' in mailchimp ? await mailchimp.load() : mailchimp).redaction)
  expect(redactor.text(`${'x'.repeat(20_000)} ada.lovelace@shop.example`)).not.toContain('lovelace@shop')
})
