import { parse as parseYaml } from 'yaml'
import { DescriptionProblem } from './problem.js'

/** A document as it was read, nothing of it checked yet. */
export type Raw = Readonly<Record<string, unknown>>

/**
 * Parses the text of an OpenAPI document, JSON or YAML.
 * @param from what errors name: a path or a URL
 * @throws DescriptionProblem for what is no OpenAPI 3.0 or 3.1 document
 */
export function parseDocument(text: string, from: string): Raw {
  const value = text.trimStart().startsWith('{') ? parseJson(text, from) : parseAsYaml(text, from)
  if (!isRaw(value)) throw new DescriptionProblem(`${from} holds no OpenAPI document.`)
  if (typeof value.swagger === 'string') {
    throw new DescriptionProblem(`${from} is a Swagger ${value.swagger} document: OpenAPI 3.0 and 3.1 are read.`)
  }
  if (typeof value.openapi !== 'string' || !/^3\.[01]\b/.test(value.openapi)) {
    const seen = value.openapi === undefined ? 'has no `openapi`' : `says \`openapi: ${String(value.openapi)}\``
    throw new DescriptionProblem(`${from} ${seen}: OpenAPI 3.0 and 3.1 are read.`)
  }
  if (!isRaw(value.paths)) throw new DescriptionProblem(`${from} has no \`paths\`.`)
  return value
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DescriptionProblem(`${from} is no JSON: ${messageOf(cause)}.`, { cause })
  }
}

function parseAsYaml(text: string, from: string): unknown {
  try {
    // Documents of vendors have many aliases, and none that grows without end: 10,000 of them are enough.
    return parseYaml(text, { maxAliasCount: 10_000 })
  } catch (cause) {
    throw new DescriptionProblem(`${from} is no YAML: ${messageOf(cause)}.`, { cause })
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '').replace(/\.$/, '') : String(cause)
}
