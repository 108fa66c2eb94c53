import { callApi } from './api.js'
import { Fields } from './fields.js'
import type { Appearance, Ask, ElementOptions, Happened, Init, Reply } from './messages.js'

/** Runs in the frame that holds the card: nothing of what is typed here is told to the page around it. */

const form = document.querySelector<HTMLFormElement>('form')
const known = new Set((document.documentElement.dataset.cards ?? '').split(' '))

addEventListener('message', function begin(message: MessageEvent) {
  const [port] = message.ports
  const init = message.data as Init
  if (init?.standin !== 'init' || !port || !form) return
  removeEventListener('message', begin)
  start(form, init, port)
})

function start(at: HTMLFormElement, init: Init, port: MessagePort): void {
  document.documentElement.dataset.element = init.type
  look(init.appearance, init.options)
  const fields = new Fields(init.type, at, known, init.options)
  const tell = (event: Happened['event'], detail: Happened['detail']) =>
    port.postMessage({ event, detail } satisfies Happened)
  const elementType = init.type
  at.addEventListener('submit', (event) => event.preventDefault())
  at.addEventListener('input', () => {
    const problem = fields.problem(false)
    fields.mark(problem?.field, problem?.error.message ?? '', false)
    tell('change', fields.state())
  })
  at.addEventListener('focusin', (event) => {
    if (!within(at, event.relatedTarget)) tell('focus', { elementType })
  })
  at.addEventListener('focusout', (event) => {
    if (!within(at, event.relatedTarget)) tell('blur', { elementType })
  })
  at.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') tell('escape', { elementType })
  })
  new ResizeObserver(() => tell('height', { height: Math.ceil(at.getBoundingClientRect().height) })).observe(at)
  port.onmessage = ({ data }: MessageEvent<Ask>) => {
    void answer(fields, init, data).then((reply) => port.postMessage(reply))
  }
  disable(fields, init.options)
  tell('ready', { elementType })
}

function within(at: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Node && at.contains(target)
}

async function answer(fields: Fields, init: Init, ask: Ask): Promise<Reply> {
  const reply = { reply: ask.ask }
  if (ask.what === 'focus') fields.all()[0]?.focus()
  if (ask.what === 'blur' && document.activeElement instanceof HTMLElement) document.activeElement.blur()
  if (ask.what === 'clear') for (const input of fields.all()) if (input instanceof HTMLInputElement) input.value = ''
  if (ask.what === 'update') disable(fields, ask.options ?? {})
  if (ask.what !== 'validate' && ask.what !== 'send') return reply
  const problem = fields.problem(true)
  if (problem) {
    fields.mark(problem.field, problem.error.message, true)
    return { ...reply, error: problem.error }
  }
  if (ask.what === 'validate') return reply
  const { error, result } = await callApi(init.api, init.key, 'POST', ask.path ?? '', withCard(fields, ask))
  return { ...reply, ...(error ? { error } : { result }) }
}

/** The page's form with the card put in, and with the address that was asked for here. */
function withCard(fields: Fields, { at, form: given = {}, path }: Ask): object {
  const address = fields.address()
  if (path === '/v1/tokens') {
    const { country, postal_code: zip } = address
    return { ...given, card: { ...fields.card(), address_country: country, address_zip: zip } }
  }
  if (at === 'card') {
    const { billing_details: billing, ...rest } = given as { billing_details?: { address?: object } }
    return { ...rest, ...details(billing, address), card: fields.card() }
  }
  const { payment_method_data: data, ...rest } = given as {
    payment_method_data?: { billing_details?: { address?: object } }
  }
  return {
    ...rest,
    payment_method_data: { ...data, type: 'card', ...details(data?.billing_details, address), card: fields.card() },
  }
}

/** What the page says itself goes first. */
function details(billing: { address?: object } | undefined, address: object) {
  const whole = { ...address, ...billing?.address }
  if (!billing && Object.keys(whole).length === 0) return {}
  return { billing_details: { ...billing, ...(Object.keys(whole).length > 0 && { address: whole }) } }
}

function disable(fields: Fields, { disabled }: ElementOptions): void {
  if (disabled !== undefined) for (const input of fields.all()) input.disabled = disabled
}

/** The names that Stripe's Appearance API and the options of the card Element have for it, as far as there is something like it here. */
const VARIABLES: Readonly<Record<string, string>> = {
  colorPrimary: '--ring',
  colorBackground: '--field',
  colorText: '--ink',
  colorDanger: '--bad',
  borderRadius: '--radius',
  fontFamily: '--font',
  fontSizeBase: '--size',
}

function look({ theme, variables = {} }: Appearance, { style }: ElementOptions): void {
  const { style: own } = document.documentElement
  if (theme === 'night') document.documentElement.dataset.theme = 'night'
  if (theme === 'stripe' || theme === 'flat') document.documentElement.dataset.theme = 'day'
  for (const [name, property] of Object.entries(VARIABLES)) {
    const value = variables[name]
    if (value !== undefined) own.setProperty(property, value)
  }
  const { color, fontFamily, fontSize } = style?.base ?? {}
  for (const [property, value] of Object.entries({ '--ink': color, '--font': fontFamily, '--size': fontSize })) {
    if (typeof value === 'string') own.setProperty(property, value)
  }
}
