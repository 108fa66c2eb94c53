import { type Description, refName, type Schema } from './document.js'

/** Names of the components that a value refers to, directly or through others. */
export function reachableFrom(value: unknown, schemas: Record<string, Schema>): Set<string> {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const member of node) visit(member)
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, member] of Object.entries(node)) {
        const name = key === '$ref' && typeof member === 'string' ? refName(member) : undefined
        if (name === undefined) visit(member)
        else if (!found.has(name)) {
          found.add(name)
          visit(schemas[name])
        }
      }
    }
  }
  visit(value)
  return found
}

/** Drops the components nothing refers to and puts the others in order. */
export function keepReachable(description: Description): void {
  const { components, ...rest } = description
  const names = [...reachableFrom(rest, components.schemas)].sort()
  components.schemas = Object.fromEntries(
    names.map((name) => {
      const schema = components.schemas[name]
      if (!schema) throw new Error(`nothing describes ${name}, which is referred to`)
      return [name, schema]
    }),
  )
}
