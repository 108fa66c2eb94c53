import type { StripeWorld } from '../world.js'
import type { Family, Resource } from './action.js'

/** What can be switched off and on beside subscriptions. @source https://docs.stripe.com/api/billing/meter (read 2026-11) */
export const meters: Family = {
  type: 'billing.meter',
  state: 'status',
  states: ['active', 'inactive'],
  actions: {
    'POST /v1/billing/meters/{id}/deactivate': {
      from: ['active'],
      to: 'inactive',
      set: (_row, _body, world) => ({ status_transitions: { deactivated_at: world.now() }, updated: world.now() }),
      events: ['billing.meter.deactivated'],
    },
    'POST /v1/billing/meters/{id}/reactivate': {
      from: ['inactive'],
      to: 'active',
      set: (_row, _body, world) => ({ status_transitions: { deactivated_at: null }, updated: world.now() }),
      events: ['billing.meter.reactivated'],
    },
  },
}

/** @source https://docs.stripe.com/api/billing/alert (read 2026-11) */
export const alerts: Family = {
  type: 'billing.alert',
  state: 'status',
  states: ['active', 'inactive', 'archived'],
  actions: {
    'POST /v1/billing/alerts/{id}/activate': { from: ['inactive'], to: 'active' },
    'POST /v1/billing/alerts/{id}/deactivate': { from: ['active'], to: 'inactive' },
    'POST /v1/billing/alerts/{id}/archive': { from: ['active', 'inactive'], to: 'archived' },
  },
}

export const feedbackOptions: Family = {
  type: 'billing.feedback_option',
  state: 'status',
  states: ['active', 'inactive'],
  actions: { 'POST /v1/billing/feedback_options/{id}/deactivate': { from: ['active'], to: 'inactive' } },
}

const at = (field: string) => (_row: Resource, _body: unknown, world: StripeWorld) => ({
  [field]: world.now(),
  updated: world.now(),
})

/** A grant is used until it expires or is voided. @source https://docs.stripe.com/api/billing/credit-grant (read 2026-11) */
export const creditGrants: Family = {
  type: 'billing.credit_grant',
  state: 'category',
  states: ['paid', 'promotional'],
  actions: {
    'POST /v1/billing/credit_grants/{id}/expire': {
      from: ['paid', 'promotional'],
      set: at('expires_at'),
      events: ['billing.credit_grant.updated'],
    },
    'POST /v1/billing/credit_grants/{id}/void': {
      from: ['paid', 'promotional'],
      set: at('voided_at'),
      events: ['billing.credit_grant.updated'],
    },
  },
}

/** @source https://docs.stripe.com/invoicing/invoice-rendering-template (read 2026-11) */
export const renderingTemplates: Family = {
  type: 'invoice_rendering_template',
  state: 'status',
  states: ['active', 'archived'],
  actions: {
    'POST /v1/invoice_rendering_templates/{template}/archive': { from: ['active'], to: 'archived' },
    'POST /v1/invoice_rendering_templates/{template}/unarchive': { from: ['archived'], to: 'active' },
  },
}
