import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { checkout, stripeDescription } from './description.js'

await stripeDescription()

const uses = `
import type { components, EventType, OperationKey, paths } from './contracts/generated/stripe.js'
export const key: OperationKey = 'POST /v1/payment_intents/{intent}/confirm'
export const event: EventType = 'customer.created'
export const path: keyof paths = '/v1/customers/{customer}'
export const of = (charge: components['schemas']['charge']): string | null => charge.customer
// @ts-expect-error no such operation
export const wrong: OperationKey = 'POST /v1/payment_intents/{id}/confirm'
`

test('the types name every operation and event, and compile', () => {
  const file = join(checkout, 'types-in-use.ts')
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (name) => name === file || fileExists(name)
  host.readFile = (name) => (name === file ? uses : readFile(name))
  host.getCurrentDirectory = () => dirname(file)
  const program = ts.createProgram([file], options, host)
  const problems = ts.getPreEmitDiagnostics(program)
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
})
