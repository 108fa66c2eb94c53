import { mailchimp } from '../../../mocks/mailchimp/vendor.js'
import { salesforce } from '../../../mocks/salesforce/vendor.js'
import { stripe } from '../../../mocks/stripe/index.js'
import { workday } from '../../../mocks/workday/vendor.js'
import { Recorder } from '../../../src/engine/bundles/recorder.js'
import { observeCommand } from '../../../src/engine/observe/observe-command.js'
import { Sandbox, type SandboxOptions } from '../../../src/engine/sandbox.js'
import { Random } from '../../../src/engine/world/random.js'
import { endpointAnswer } from './endpoint.js'
import { PERSONAL } from './personal.js'
import { Sender } from './sender.js'

export interface Traffic {
  readonly sandbox: Sandbox
  readonly recorder: Recorder
  readonly sent: number
  readonly statuses: ReadonlyMap<number, number>
  /** Those of the world's credentials that are secret. */
  readonly secrets: readonly string[]
}

/** Requests to all vendors, by chance but always the same: creates, payments, queries, batches, errors, webhooks that fail, time. */
export async function traffic(seed: string, amount: number, options: Partial<SandboxOptions> = {}): Promise<Traffic> {
  const chance = new Random(seed)
  const sandbox = await Sandbox.create({
    vendors: [stripe, salesforce, mailchimp, workday],
    limits: true,
    settings: { stripe: { rawCards: true } },
    transport: () => endpointAnswer(chance),
    ...options,
  })
  const recorder = new Recorder(sandbox)
  const client = new Client(sandbox, chance)
  await client.open()
  while (client.sent < amount) await client.one()
  return { sandbox, recorder, sent: client.sent, statuses: client.statuses, secrets: client.secrets }
}

type Step = () => Promise<unknown>

class Client extends Sender {
  async open(): Promise<void> {
    const url = `http://127.0.0.1:9/hook?token=${PERSONAL.hookToken}`
    await this.stripe('POST', '/v1/webhook_endpoints', `url=${encodeURIComponent(url)}&enabled_events[]=*`)
    const contact = { company: 'Acme', address1: '1 Road', city: 'Town', country: 'US' }
    const campaign_defaults = { from_name: 'A', from_email: 'a@acme.example', subject: '', language: 'en' }
    const list = await this.mailchimp('POST', '/lists', {
      name: 'News',
      permission_reminder: 'You asked for it.',
      email_type_option: false,
      contact,
      campaign_defaults,
    })
    if (list.id) this.ids.list?.push(list.id)
    const found = (await this.workday('GET', 'staffing/v6', '/workers?limit=5')) as { data?: { id: string }[] }
    for (const { id } of found.data ?? []) this.ids.worker?.push(id)
  }

  one(): Promise<unknown> {
    const steps: Step[] = [
      () => this.createCustomer(),
      () => this.createCustomer(),
      () => this.pay(),
      () => this.pay(),
      () => this.withClientSecret(),
      () => this.stripe('POST', '/v1/refunds', `charge=${this.any('charge')}&amount=${this.upTo(500)}`),
      () => this.stripe('GET', `/v1/customers/${this.any('customer')}`),
      () =>
        this.stripe('GET', `/v1/customers?limit=${this.upTo(5)}&email=${encodeURIComponent(this.of(PERSONAL.emails))}`),
      () => this.stripe('GET', `/v1/events?limit=${this.upTo(10)}`),
      () => this.stripe('GET', `/v1/payment_intents/${this.any('intent')}?expand[]=latest_charge`),
      () =>
        this.stripe(
          'POST',
          `/v1/customers/${this.any('customer')}`,
          `metadata[order]=${this.upTo(99)}&description=for ${this.of(PERSONAL.lastNames)}`,
        ),
      () => this.stripe('GET', '/v1/nonsense'),
      () => this.stripe('GET', '/v1/customers', '', { authorization: 'Bearer sk_test_wrongwrongwrong12' }),
      () => this.stripe('POST', '/v1/products', `name=Thing ${this.upTo(99)}`),
      () => this.createRecord('Account', { Name: `Company ${this.upTo(50)}`, Phone: this.of(PERSONAL.phones) }),
      () => this.createContact(),
      () => this.createContact(),
      () => this.query(),
      () => this.salesforce('GET', `/sobjects/Contact/${this.any('Contact')}`),
      () => this.salesforce('PATCH', `/sobjects/Contact/${this.any('Contact')}`, { Phone: this.of(PERSONAL.phones) }),
      () => this.salesforce('DELETE', `/sobjects/Account/${this.any('Account')}`),
      () => this.composite(),
      () => this.login(),
      () => this.bulk(),
      () => this.subscribe(),
      () => this.mailchimp('GET', `/lists/${this.any('list')}/members?count=${this.upTo(10)}`),
      () => this.mailchimp('GET', '/ping'),
      () => this.mailchimp('GET', '/lists/nothing'),
      () => this.workday('GET', 'staffing/v6', `/workers?limit=${this.upTo(20)}`),
      () => this.workday('GET', 'staffing/v6', `/workers/${this.any('worker')}`),
      () => this.retitle(),
      () => this.clock(),
      () => this.fault(),
    ]
    return this.of(steps)()
  }

  private async createCustomer(): Promise<void> {
    const who = this.upTo(3) - 1
    const [first, last, email] = [PERSONAL.firstNames[who], PERSONAL.lastNames[who], PERSONAL.emails[who] ?? '']
    const body = `name=${first}+${last}&email=${encodeURIComponent(email)}&phone=${encodeURIComponent(this.of(PERSONAL.phones))}`
    const again = this.chance.fraction() < 0.3
    const headers = again ? { 'idempotency-key': `key-${this.upTo(4)}` } : {}
    const { id } = await this.stripe('POST', '/v1/customers', body, headers)
    if (id) this.ids.customer?.push(id)
  }

  private async pay(): Promise<void> {
    const cards = ['pm_card_visa', 'pm_card_chargeDeclined', 'pm_card_authenticationRequired', 'pm_card_mastercard']
    const raw = this.chance.fraction() < 0.3
    const method = raw
      ? 'payment_method_data[type]=card&payment_method_data[card][number]=4242424242424242&payment_method_data[card][exp_month]=12&payment_method_data[card][exp_year]=2040'
      : `payment_method=${this.of(cards)}`
    const rest = 'automatic_payment_methods[enabled]=true&automatic_payment_methods[allow_redirects]=never'
    const made = await this.stripe(
      'POST',
      '/v1/payment_intents',
      `amount=${500 + this.upTo(5000)}&currency=usd&confirm=true&${method}&${rest}`,
    )
    if (!made.id) return
    this.ids.intent?.push(made.id)
    const charge = (made as { latest_charge?: string }).latest_charge
    if (charge) this.ids.charge?.push(charge)
  }

  /** What a page does: it knows the intent's secret, and a publishable key. */
  private async withClientSecret(): Promise<void> {
    const made = await this.stripe('POST', '/v1/payment_intents', `amount=${500 + this.upTo(500)}&currency=usd`)
    const { id, client_secret: secret } = made as { id?: string; client_secret?: string }
    if (!id || !secret) return
    const page = { authorization: `Bearer ${this.env.STRIPE_PUBLISHABLE_KEY}` }
    await this.stripe('GET', `/v1/payment_intents/${id}?client_secret=${secret}`, '', page)
    await this.stripe('GET', `/v1/payment_intents/${id}?client_secret=${id}_secret_wrong`, '', page)
  }

  private async createContact(): Promise<void> {
    const who = this.upTo(3) - 1
    await this.createRecord('Contact', {
      FirstName: PERSONAL.firstNames[who],
      LastName: PERSONAL.lastNames[who],
      Email: PERSONAL.emails[who],
      Phone: this.of(PERSONAL.phones),
    })
  }

  private async createRecord(object: string, fields: object): Promise<void> {
    const { id } = await this.salesforce('POST', `/sobjects/${object}`, fields)
    if (id) this.ids[object]?.push(id)
  }

  private query(): Promise<unknown> {
    const soql = this.of([
      'SELECT Id, LastName, Email FROM Contact ORDER BY LastName LIMIT 20',
      `SELECT Id, Phone FROM Contact WHERE LastName = '${this.of(PERSONAL.lastNames)}'`,
      `SELECT COUNT() FROM Contact WHERE Email = '${this.of(PERSONAL.emails)}'`,
      'SELECT Name, (SELECT LastName FROM Contacts) FROM Account',
      'SELECT Nope FROM Account',
    ])
    return this.salesforce('GET', `/query?q=${encodeURIComponent(soql)}`)
  }

  private composite(): Promise<unknown> {
    const part = (method: string, path: string, referenceId: string, body?: object) => ({
      method,
      url: `/services/data/v59.0${path}`,
      referenceId,
      ...(body && { body }),
    })
    return this.salesforce('POST', '/composite', {
      allOrNone: this.chance.fraction() < 0.5,
      compositeRequest: [
        part('POST', '/sobjects/Account', 'acc', { Name: 'Composite' }),
        part('POST', '/sobjects/Contact', 'con', { LastName: this.of(PERSONAL.lastNames), AccountId: '@{acc.id}' }),
        part('GET', `/sobjects/Contact/${this.any('Contact')}`, 'get'),
      ],
    })
  }

  private async login(): Promise<void> {
    const form = new URLSearchParams({
      grant_type: 'password',
      client_id: this.env.SF_CLIENT_ID ?? '',
      client_secret: this.env.SF_CLIENT_SECRET ?? '',
      username: this.env.SF_USERNAME ?? '',
      password: this.chance.fraction() < 0.3 ? 'wrongpassword99' : (this.env.SF_PASSWORD ?? ''),
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { access_token: token } = (await this.send(
      'salesforce',
      'POST',
      '/services/oauth2/token',
      String(form),
      headers,
    )) as {
      access_token?: string
    }
    if (token) this.env.SF_ACCESS_TOKEN = token
  }

  private async bulk(): Promise<void> {
    const { id } = await this.salesforce('POST', '/jobs/ingest', { object: 'Contact', operation: 'insert' })
    if (!id) return
    const csv = `LastName,Email\n${PERSONAL.lastNames[0]},${PERSONAL.emails[0]}\n,nobody\n`
    const headers = { ...this.bearer(), 'content-type': 'text/csv' }
    await this.send('salesforce', 'PUT', `/services/data/v59.0/jobs/ingest/${id}/batches`, csv, headers)
    await this.salesforce('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' })
    await this.advance(5000)
    await this.salesforce('GET', `/jobs/ingest/${id}/successfulResults`)
    await this.salesforce('GET', `/jobs/ingest/${id}/failedResults`)
  }

  private subscribe(): Promise<unknown> {
    const who = this.upTo(3) - 1
    return this.mailchimp('POST', `/lists/${this.any('list')}/members`, {
      email_address: PERSONAL.emails[who],
      status: this.of(['subscribed', 'pending', 'nonsense']),
      merge_fields: { FNAME: PERSONAL.firstNames[who], LNAME: PERSONAL.lastNames[who] },
    })
  }

  private retitle(): Promise<unknown> {
    const proposedBusinessTitle = `Title ${this.upTo(99)}`
    return this.workday('POST', 'common/v1', `/workers/${this.any('worker')}/businessTitleChanges`, {
      proposedBusinessTitle,
    })
  }

  private clock(): Promise<unknown> {
    return this.advance(this.of([1000, 60_000, 300_000, 3_600_000]))
  }

  private async advance(by: number): Promise<void> {
    const world = this.sandbox.defaultWorld
    observeCommand(world, 'clock advance', { to: new Date(world.clock.now() + by).toISOString() })
    await world.scheduler.advanceTo(world.clock.now() + by)
  }

  private async fault(): Promise<void> {
    const effects = [
      { kind: 'status', status: 503 },
      { kind: 'delay', milliseconds: 2 },
      { kind: 'reset', when: 'after' },
    ] as const
    const when = { vendor: this.of(['stripe', 'salesforce', 'mailchimp', 'workday']) }
    this.sandbox.defaultWorld.faults.add({ when, times: 1, effect: this.of(effects) })
  }
}
