import type { Family } from './action.js'

/** What is put away can be taken out again. @source https://docs.stripe.com/api/v2/core/vault (read 2026-11) */
function archivable(type: string, path: string, unarchives = true): Family {
  return {
    type,
    state: 'archived',
    states: ['false', 'true'],
    actions: {
      [`POST ${path}/{id}/archive`]: { from: ['false'], to: 'true' },
      ...(unarchives && { [`POST ${path}/{id}/unarchive`]: { from: ['true'], to: 'false' } }),
    },
  }
}

export const bankAccountsGb = archivable('v2.core.vault.gb_bank_account', '/v2/core/vault/gb_bank_accounts')
export const bankAccountsUs = archivable('v2.core.vault.us_bank_account', '/v2/core/vault/us_bank_accounts')
export const payoutMethods = archivable('v2.money_management.payout_method', '/v2/money_management/payout_methods')

/** An account is closed for good. @source https://docs.stripe.com/api/v2/core/accounts/close (read 2026-11) */
export const accountsV2: Family = {
  type: 'v2.core.account',
  state: 'closed',
  states: ['none', 'false', 'true'],
  actions: {
    'POST /v2/core/accounts/{id}/close': { from: ['none', 'false'], to: 'true', events: ['v2.core.account.closed'] },
  },
}
