import { http, message, pactOf } from './pacts.js'

const charge = {
  id: 'ch_1',
  object: 'charge',
  amount: 2000,
  currency: 'eur',
  status: 'succeeded',
  paid: true,
  created: 1_790_000_000,
  balance_transaction: 'txn_1',
  payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
}

/** What a shop asks of Stripe and reads: every kind of thing that a description can stop keeping. */
export const shop = (against: { source: string; version: string }) =>
  pactOf(
    'shop',
    [
      http('a payment is made', {
        operation: 'POST /v1/payment_intents',
        path: '/v1/payment_intents',
        form: 'amount=2000&currency=eur&capture_method=automatic&metadata[order]=42&payment_method_options[card][request_three_d_secure]=any&allowed_payment_method_types[0]=card&expand[]=latest_charge',
        answer: {
          id: 'pi_1',
          object: 'payment_intent',
          amount: 2000,
          status: 'succeeded',
          created: 1_790_000_000,
          latest_charge: charge,
        },
        reads: [
          'id',
          'amount',
          'status',
          'created',
          'latest_charge.id',
          'latest_charge.payment_method_details.card.last4',
        ],
      }),
      http('charges are listed', {
        operation: 'GET /v1/charges',
        path: '/v1/charges',
        query: { limit: ['3'], 'created[gte]': ['1790000000'] },
        answer: { object: 'list', data: [charge], has_more: false, url: '/v1/charges' },
        reads: ['data.*.id', 'data.*.amount', 'data.*.balance_transaction', 'has_more'],
      }),
      http('a charge is refunded', {
        operation: 'POST /v1/refunds',
        path: '/v1/refunds',
        form: 'charge=ch_1&reason=requested_by_customer',
        answer: { id: 're_1', object: 'refund', status: 'succeeded', charge: 'ch_1' },
        reads: ['id', 'status'],
      }),
      http('a customer is deleted', {
        operation: 'DELETE /v1/customers/{customer}',
        path: '/v1/customers/cus_1',
        answer: { id: 'cus_1', object: 'customer', deleted: true },
        reads: ['deleted'],
      }),
      http('an unknown customer is refused', {
        operation: 'GET /v1/customers/{customer}',
        path: '/v1/customers/nobody',
        status: 404,
        answer: { error: { type: 'invalid_request_error', code: 'resource_missing' } },
        reads: ['error.code'],
      }),
      message(
        'charge.succeeded',
        { id: 'evt_1', object: 'event', type: 'charge.succeeded', created: 1, data: { object: charge } },
        ['type', 'data.object.id', 'data.object.payment_method_details.card.brand'],
      ),
    ],
    against,
  )
