import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Loads a package when it is first needed, without waiting: what is synchronous stays so, and a start does not pay for what
 * its requests may never ask for.
 */
export function lazyRequire<T>(name: string): () => T {
  let loaded: T | undefined
  return () => {
    loaded ??= require(name) as T
    return loaded
  }
}
