import { expect, test } from 'vitest'
import { behavioursOf, type Call, VendorError, type VendorWorld } from '../../src/engine/kit.js'
import { document, toySandbox, toyVendor } from '../support/toy-vendor.js'

// Like Workday: one URL for all operations, told apart by the body's first element; user and password inside the envelope.
const { behaviour } = behavioursOf<object, string, VendorWorld>()
type Node = { readonly [name: string]: Node } | undefined
const at = (call: Call, ...names: string[]): Node => names.reduce<Node>((node, name) => node?.[name], call.body as Node)
const rootOf = (call: Call) => Object.keys(at(call, 'Envelope', 'Body') ?? {}).find((name) => !name.startsWith('@'))
const token = (call: Call) => at(call, 'Envelope', 'Header', 'Security', 'UsernameToken')
const text = (node: Node): string => String(typeof node === 'object' ? (node['#text'] ?? '') : (node ?? ''))
const PATH = '/ccx/service/{tenant}/Human_Resources'

const vendor = toyVendor({
  document: document({ [`${PATH}#Get_Server_Timestamp`]: { post: {} }, [`${PATH}#Get_Workers`]: { post: {} } }),
  credentials: {
    find: (call) => token(call) && text(token(call)?.Username),
    claims: (_call, user) => (user ? [user] : []),
    authenticate: (call, world) => {
      if (text(token(call)?.Password) === `secret of ${world.name}`) return {}
      throw new VendorError({ status: 500, code: 'wsse:FailedAuthentication', message: 'invalid username or password' })
    },
    mint: (world) => world.claim(`lmcneil@${world.name}`),
    list: () => [],
  },
  errors: {
    problem: ({ kind }) =>
      new VendorError({
        status: kind === 'internal' ? 500 : 500,
        code: 'SOAP-ENV:Client.validationError',
        message: kind,
      }),
    render: (error) => ({
      status: error.status,
      headers: {},
      body: { Fault: { faultcode: error.code, faultstring: error.message } },
    }),
  },
  wire: {
    codec: () => 'xml',
    discriminate: rootOf,
    requestId: (random) => random.uuid(),
    encode: (body) => {
      const [[name, inner] = []] = Object.entries(body as Record<string, object>)
      const children = Object.entries(inner ?? {}).map(([key, value]) => `<${key}>${value}</${key}>`)
      return {
        contentType: 'text/xml',
        text: `<Envelope><Body><${name}>${children.join('')}</${name}></Body></Envelope>`,
      }
    },
  },
  behaviours: [
    behaviour(`POST ${PATH}#Get_Server_Timestamp`, (_input, world) => ({
      Server_Timestamp: { Server_Timestamp_Data: new Date(world.now()).toISOString() },
    })),
  ],
})

const envelope = (operation: string, password: string) => `<?xml version="1.0"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsse="urn:wsse" xmlns:bsvc="urn:com.workday/bsvc">
  <soapenv:Header><wsse:Security><wsse:UsernameToken><wsse:Username>lmcneil@default</wsse:Username>
    <wsse:Password Type="PasswordText">${password}</wsse:Password></wsse:UsernameToken></wsse:Security></soapenv:Header>
  <soapenv:Body><bsvc:${operation}/></soapenv:Body></soapenv:Envelope>`
const target = '/ccx/service/default/Human_Resources'
const headers = { 'content-type': 'text/xml; charset=utf-8' }

test('an operation is found by the root element, its caller in the envelope', async () => {
  const { send } = await toySandbox(vendor)
  const reply = await send({ target, headers, text: envelope('Get_Server_Timestamp', 'secret of default') })
  expect(reply.body).toContain('<Server_Timestamp_Data>2026-01-01T00:00:00.000Z</Server_Timestamp_Data>')
  expect(reply.headers['Standin-Fidelity']).toBe('modelled')
})

test('a wrong password, an unknown operation and a document type are faults', async () => {
  const { send, sandbox } = await toySandbox(vendor)
  expect((await send({ target, headers, text: envelope('Get_Server_Timestamp', 'guess') })).body).toContain(
    'FailedAuthentication',
  )
  expect((await send({ target, headers, text: envelope('Fire_Everyone', 'secret of default') })).body).toContain(
    'no-route',
  )
  expect(
    (await send({ target, headers, text: `<!DOCTYPE x [<!ENTITY a "b">]>${envelope('Get_Workers', 'x')}` })).status,
  ).toBe(500)
  expect(sandbox.defaultWorld.log.list().every((entry) => entry.status === 500)).toBe(true)
})
