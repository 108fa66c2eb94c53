import type { z } from 'zod'
import { SandboxError } from '../errors.js'
import { nearest } from '../nearest.js'

/**
 * A query or a body as its command wants it; without a schema it must be empty.
 * @throws SANDBOX_BAD_INPUT that names each field
 */
export function parseInput(where: 'query' | 'body', schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) {
    const keys = Object.keys(value ?? {})
    if (keys.length === 0) return {}
    throw bad(where, `'${keys.join("', '")}' is not expected`, 'Leave it out.')
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const known = Object.keys((schema as { shape?: object }).shape ?? {})
  const problems = result.error.issues.map((issue) => say(issue, known))
  throw bad(where, problems.join('; '), known.length > 0 ? `It takes: ${known.join(', ')}.` : 'Send an object.')
}

function say(issue: z.core.$ZodIssue, known: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .map((key) => {
        const meant = nearest(key, known)
        return `'${key}' is not known${meant ? ` (did you mean '${meant}'?)` : ''}`
      })
      .join('; ')
  }
  const path = issue.path.join('.')
  return path ? `${path}: ${issue.message}` : issue.message
}

function bad(where: string, what: string, remedy: string): SandboxError {
  return new SandboxError('SANDBOX_BAD_INPUT', `The ${where} is not as it should be: ${what}.`, remedy)
}
