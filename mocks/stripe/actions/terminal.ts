import type { StripeWorld } from '../world.js'
import type { Action, Family, Resource } from './action.js'

type Body = Readonly<Record<string, unknown>>

/** A reader takes one thing to do at a time: what it does is answered as `action`, and stays in progress until a person acts. */
function takes(type: string, reference?: 'payment_intent' | 'setup_intent'): Action {
  return {
    from: ['none', 'succeeded', 'failed'],
    set: (_row, body, world) => ({ action: { ...actionOf(type), [type]: detailsOf(body, world, reference) } }),
    events: ['terminal.reader.action_updated'],
  }
}

function actionOf(type: string): Record<string, unknown> {
  return { api_error: null, failure_code: null, failure_message: null, status: 'in_progress', type }
}

/** @throws resource_missing (400) */
function detailsOf(body: Body, world: StripeWorld, reference: 'payment_intent' | 'setup_intent' | undefined): Body {
  const { expand, ...rest } = body
  if (reference === 'payment_intent') world.paymentIntents.named(String(body[reference]), reference)
  if (reference === 'setup_intent') world.setupIntents.named(String(body[reference]), reference)
  const { process_config, collect_config, confirm_config, ...own } = rest
  const config = process_config ?? collect_config ?? confirm_config
  const key = process_config ? 'process_config' : collect_config ? 'collect_config' : 'confirm_config'
  return { ...own, ...(config !== undefined && { [key]: config }) }
}

/** What the reader shows for an input, with what was left out. */
function inputOf(input: Body): Body {
  const { type, custom_text, selection, toggles = [], required = null } = input
  const none = { description: null, skip_button: null, submit_button: null, title: null }
  const asked = selection as { choices?: readonly Body[] } | undefined
  const choices = (asked?.choices ?? []).map((choice) => ({ style: null, text: '', ...choice }))
  const shown = (toggles as readonly Body[]).map((toggle) => ({
    default_value: null,
    description: null,
    title: null,
    ...toggle,
    value: null,
  }))
  return {
    custom_text: custom_text ? { ...none, ...(custom_text as object) } : null,
    required,
    toggles: shown,
    type,
    [String(type)]: type === 'selection' ? { choices, id: null, text: null } : { value: null },
  }
}

const ended = (status: 'succeeded' | 'failed', failure: string | null) => (row: Resource) => ({
  action: {
    ...(row.action as object),
    status,
    failure_code: failure,
    failure_message: failure && 'The collection timed out.',
  },
})

/**
 * What a reader is told to do, and how a test helper ends it. Presenting a payment method is not here: it pays, which is not modelled.
 * @source https://docs.stripe.com/terminal/references/testing (read 2026-11); @unverified the code of what timed out
 */
export const readers: Family = {
  type: 'terminal.reader',
  state: 'action.status',
  states: ['none', 'in_progress', 'succeeded', 'failed'],
  actions: {
    'POST /v1/terminal/readers/{reader}/process_payment_intent': takes('process_payment_intent', 'payment_intent'),
    'POST /v1/terminal/readers/{reader}/collect_payment_method': takes('collect_payment_method', 'payment_intent'),
    'POST /v1/terminal/readers/{reader}/confirm_payment_intent': takes('confirm_payment_intent', 'payment_intent'),
    'POST /v1/terminal/readers/{reader}/process_setup_intent': {
      ...takes('process_setup_intent'),
      set: (_row, { setup_intent }, world) => {
        world.setupIntents.named(String(setup_intent), 'setup_intent')
        return { action: { ...actionOf('process_setup_intent'), process_setup_intent: { setup_intent } } }
      },
    },
    'POST /v1/terminal/readers/{reader}/set_reader_display': {
      ...takes('set_reader_display'),
      set: (_row, { type, cart }) => ({
        action: {
          ...actionOf('set_reader_display'),
          set_reader_display: { cart: cart ? { tax: null, ...(cart as object) } : null, type },
        },
      }),
    },
    'POST /v1/terminal/readers/{reader}/refund_payment': {
      ...takes('refund_payment'),
      set: (_row, { expand, refund_payment_config, ...body }) => ({
        action: { ...actionOf('refund_payment'), refund_payment: body },
      }),
    },
    'POST /v1/terminal/readers/{reader}/collect_inputs': {
      ...takes('collect_inputs'),
      set: (_row, { inputs, metadata }) => ({
        action: {
          ...actionOf('collect_inputs'),
          collect_inputs: {
            inputs: (inputs as readonly Body[]).map((input) => inputOf(input)),
            metadata: metadata ?? {},
          },
        },
      }),
    },
    'POST /v1/terminal/readers/{reader}/cancel_action': {
      from: ['in_progress'],
      set: () => ({ action: null }),
      events: ['terminal.reader.action_updated'],
    },
    'POST /v1/test_helpers/terminal/readers/{reader}/succeed_input_collection': {
      from: ['in_progress'],
      set: ended('succeeded', null),
      events: ['terminal.reader.action_succeeded'],
    },
    'POST /v1/test_helpers/terminal/readers/{reader}/timeout_input_collection': {
      from: ['in_progress'],
      set: ended('failed', 'customer_canceled'),
      events: ['terminal.reader.action_failed'],
    },
  },
}
