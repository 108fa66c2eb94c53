/** What a customer, or a clerk, does at a shop, as the stories of the scenarios say. */
export type Journey = (shop: Visitor) => Promise<void>

/** Somebody at a shop's pages; what is refused is no reason to stop. */
export class Visitor {
  private readonly url: string

  constructor(url: string) {
    this.url = url
  }

  order(id = 'ord_1', card = 'pm_card_visa'): Promise<unknown> {
    return this.post('/orders', { id, amount: 2000, card })
  }

  payAgain(card?: string, id = 'ord_1'): Promise<unknown> {
    return this.post(`/orders/${id}/pay`, { card })
  }

  /** Opens the checkout of an order, and gives the address of the page to pay on. */
  async checkout(code?: string): Promise<string> {
    const { url = '' } = (await this.post('/orders/ord_1/checkout', { amount: 2000, code })) as { url?: string }
    return url
  }

  /** Pays on a page of Checkout, where that takes a payment. */
  async payAt(url: string): Promise<void> {
    const token = /name="token" value="(\w+)"/.exec(await (await fetch(url)).text())?.[1]
    if (token === undefined) return
    const card = {
      card_number: '4242424242424242',
      card_expiry: '12/40',
      cvc: '123',
      name: 'Ada',
      billing_country: 'US',
    }
    const body = new URLSearchParams({ action: 'pay', token, email: 'ada@shop.example', ...card })
    await fetch(url, { method: 'POST', redirect: 'manual', body })
  }

  async get(path: string): Promise<unknown> {
    const response = await fetch(this.url + path)
    return response.json()
  }

  async post(path: string, body: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return response.json()
  }
}

const buy: Journey = async (shop) => void (await shop.order())

/** The pause between the two, in milliseconds. */
function buyTwice(pause: number): Journey {
  return async (shop) => {
    await shop.order('ord_1')
    await new Promise((resolve) => setTimeout(resolve, pause))
    await shop.order('ord_2')
  }
}

const JOURNEYS: Readonly<Record<string, Journey>> = {
  'charged-twice-late-webhook': async (shop) => {
    await shop.order()
    await shop.get('/orders/ord_1/success')
    await shop.payAgain()
  },
  'webhook-out-of-order': async (shop) => {
    await shop.order('ord_1', 'pm_card_visa_chargeDeclined')
    await shop.payAgain('pm_card_visa')
  },
  'success-page-without-webhook': async (shop) => {
    await shop.order()
    await shop.get('/orders/ord_1/success')
  },
  'checkout-webhook-late': async (shop) => {
    await shop.payAt(await shop.checkout())
    await shop.get('/orders/ord_1/success')
  },
  'checkout-expired': async (shop) => {
    await shop.checkout()
    await new Promise((resolve) => setTimeout(resolve, 500))
    await shop.payAt(await shop.checkout())
  },
  'promotion-code-used-up': async (shop) => void (await shop.checkout('AUTUMN')),
  'double-click': async (shop) => void (await Promise.all([shop.order(), shop.order()])),
  'card-declined-again': async (shop) => void (await shop.order('ord_1', 'pm_card_visa_chargeDeclined')),
  'refund-timed-out': async (shop) => {
    await shop.order()
    await shop.post('/orders/ord_1/refund', { amount: 500 })
  },
  'dispute-unanswered': async (shop) => void (await shop.order('ord_1', 'pm_card_createDispute')),
  'debit-fails-after-days': async (shop) => void (await shop.order('ord_1', 'pm_usBankAccount_insufficientFunds')),
  'refund-fails-later': async (shop) => {
    await shop.order('ord_1', 'pm_card_refundFail')
    await shop.post('/orders/ord_1/refund', { amount: 500 })
  },
  'last-page-asked-again': async (shop) => void (await shop.get('/customers')),
  'webhook-secret-rolled': buyTwice(300),
  // The clock moves on while deliveries are under way.
  'api-key-rolled': buyTwice(1500),
}

/** Where a story says nothing else, an order is placed and paid for. */
export function journeyOf(scenario: string): Journey {
  return JOURNEYS[scenario] ?? buy
}
