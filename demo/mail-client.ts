import { createRequire } from 'node:module'

interface SendResult {
  readonly email: string
  readonly status: string
}

/** The official client, which has no types of its own. It gives errors where others throw them. */
interface OfficialClient {
  basePath: string
  readonly messages: { send(body: object): Promise<readonly SendResult[] | Error> }
}

const official = createRequire(import.meta.url)('@mailchimp/mailchimp_transactional') as (key: string) => OfficialClient

/** A shop's mail, through Mailchimp's official client. */
export class MailClient {
  private readonly client: OfficialClient

  /** @param url where the stand-in is reached; in life, the client knows */
  constructor(key: string, url: string) {
    this.client = official(key)
    this.client.basePath = `${url}/api/1.3`
  }

  /** @throws Error where the mail was not taken */
  async thank(email: string, order: string): Promise<readonly SendResult[]> {
    const result = await this.client.messages.send({
      message: {
        from_email: 'shop@example.com',
        from_name: 'The shop',
        subject: 'Order *|ORDER|*: thank you',
        html: '<p>Order *|ORDER|* is paid. <a href="*|UNSUB:|*">No more of these</a></p>',
        to: [{ email }],
        global_merge_vars: [{ name: 'order', content: order }],
        tags: ['order-paid'],
      },
    })
    if (result instanceof Error) throw result
    return result
  }
}
