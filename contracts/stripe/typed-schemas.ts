/** Resources that the typed view of a world has, whatever operations are modelled. */
export const typedSchemas = [
  'account',
  'balance_transaction',
  'setup_attempt',
  'card',
  'charge',
  'customer',
  'dispute',
  'event',
  'payment_attempt_record',
  'payment_intent',
  'payment_method',
  'refund',
  'setup_intent',
  'source',
  'token',
  'webhook_endpoint',
]
