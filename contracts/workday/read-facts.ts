import type { Parameter, Schema } from '../document.js'
import { readShape } from './shapes.js'

/** One operation of a REST service, as its *.facts file has it. */
export interface FactOperation {
  readonly method: string
  /** Below the service's base: `/workers/{ID}`. A query that tells two operations apart stands behind `?`. */
  readonly path: string
  readonly query: readonly Parameter[]
  readonly body: Schema | undefined
  readonly status: number
  readonly answer: Schema | undefined
  /** Security domains and business process policies, one of which the caller must be granted. */
  readonly domains: readonly string[]
  /** Functional areas, one of which the token must be for. */
  readonly scopes: readonly string[]
}

export interface Facts {
  readonly service: string
  readonly version: string
  readonly shapes: Readonly<Record<string, Schema>>
  readonly operations: readonly FactOperation[]
}

/** Reads a *.facts file: a service, its shapes, then its operations with what each takes, answers and is secured by. */
export function readFacts(text: string): Facts {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const [, service = '', version = ''] = /^service (\w+) (v\d+)$/.exec(lines[0] ?? '') ?? []
  if (!service) throw new Error('A *.facts file begins with: service NAME VERSION')
  const nameOf = (shape: string) => `${service}_${shape}`
  const shapes: Record<string, Schema> = {}
  const operations: FactOperation[] = []
  for (const block of blocksOf(lines.slice(1))) {
    const [head = '', ...details] = block
    const shape = /^shape (\w+) (.*)$/.exec(head)
    if (shape) shapes[nameOf(shape[1] ?? '')] = readShape(shape[2] ?? '', nameOf)
    else operations.push(readOperation(head, details, nameOf))
  }
  return { service, version, shapes, operations }
}

/** A line that is not indented, with the indented ones that follow it. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = []
  for (const line of lines) {
    if (line.startsWith(' ')) blocks.at(-1)?.push(line.trim())
    else blocks.push([line])
  }
  return blocks
}

function readOperation(head: string, details: readonly string[], nameOf: (shape: string) => string): FactOperation {
  const [method = '', path = ''] = head.split(' ')
  const detail = (name: string) =>
    details.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? undefined
  const answer = details.map((line) => /^(2\d\d)(?: (.*))?$/.exec(line)).find((match) => match !== null)
  if (!answer) throw new Error(`${head} says nothing of its answer.`)
  const body = detail('body')
  const list = (name: string) => detail(name)?.split('; ') ?? []
  return {
    method,
    path,
    query: (detail('query')?.split(' ') ?? []).map(readParameter),
    body: body === undefined ? undefined : readShape(body, nameOf),
    status: Number(answer[1]),
    answer: answer[2] === undefined ? undefined : readShape(answer[2], nameOf),
    domains: list('domains'),
    scopes: list('scope'),
  }
}

function readParameter(text: string): Parameter {
  const [, name = '', mark, rest = ''] = /^([\w-]+)(\*)?(.*)$/.exec(text) ?? []
  const schema = readShape(rest, (shape) => shape)
  return { name, in: 'query', required: mark === '*', schema }
}
