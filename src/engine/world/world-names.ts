import { SandboxError } from '../errors.js'

/** @throws SANDBOX_BAD_INPUT */
export function checkWorldName(name: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(name)) return name
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${name}' is no name for a world.`, 'Use letters, digits, dots, dashes.')
}

export function noWorld(name: string, known: Iterable<string>): SandboxError {
  const remedy = `Make it with \`standin world new ${name}\`; there are: ${[...known].join(', ')}.`
  return new SandboxError('SANDBOX_NOT_FOUND', `There is no world '${name}'.`, remedy)
}

export function nameTaken(name: string): SandboxError {
  const remedy = 'Take another name, or reset that one.'
  return new SandboxError('SANDBOX_CONFLICT', `There is a world '${name}' already.`, remedy)
}

export function alwaysThere(name: string): SandboxError {
  const remedy = 'Reset it instead, or remove another one.'
  return new SandboxError('SANDBOX_CONFLICT', `The world '${name}' always exists.`, remedy)
}

export function lateVendor(vendor: string): SandboxError {
  const message = `${vendor} cannot be added to a sandbox whose state lasts.`
  return new SandboxError('SANDBOX_CONFLICT', message, 'Give it to the start.')
}
