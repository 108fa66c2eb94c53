import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/radar/early_fraud_warnings/retrieve (read 2026-11-24) */
export const retrieveWarning = behaviour(
  'GET /v1/radar/early_fraud_warnings/{early_fraud_warning}',
  ({ params }, world) => world.earlyFraudWarnings.get(params.early_fraud_warning, 'early_fraud_warning'),
)
