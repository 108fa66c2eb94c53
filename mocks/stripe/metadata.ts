import type { Metadata } from './api.js'
import { invalidRequest } from './errors.js'
import { LONGEST_KEY, LONGEST_VALUE, longKey, longValue } from './metadata-errors.js'

const MOST_KEYS = 50

/**
 * Merges key by key: an empty value takes a key out, an empty string for the whole takes all out.
 * @throws a key or value that is too long, or too many keys (400) @source https://docs.stripe.com/api/metadata (read 2026-11)
 */
export function mergeMetadata(current: Metadata | null | undefined, patch: Metadata | '' | null | undefined): Metadata {
  if (patch === undefined) return current ?? {}
  if (patch === '' || patch === null) return {}
  const merged: Metadata = { ...current }
  for (const [key, value] of Object.entries(patch)) {
    check(key, String(value))
    if (value === '' || value === null) delete merged[key]
    else define(merged, key, String(value))
  }
  if (Object.keys(merged).length > MOST_KEYS) {
    throw invalidRequest(`Metadata can have up to ${MOST_KEYS} keys, but you've set ${Object.keys(merged).length}.`, {
      param: 'metadata',
    })
  }
  return merged
}

/** A key called `__proto__` is a key like any other. */
function define(target: Metadata, key: string, value: string): void {
  if (key !== '__proto__') target[key] = value
  else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

function check(key: string, value: string): void {
  if (key.length > LONGEST_KEY) throw longKey(key)
  if (value.length > LONGEST_VALUE) throw longValue(value, `metadata[${key}]`)
}
