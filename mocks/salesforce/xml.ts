import { escapeMarkup } from '../../src/engine/kit.js'
/** A document of one element; a list is its element repeated, null an empty element marked nil. */
export function toXml(root: string, value: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element(root, value)}`
}

function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => element(name, each)).join('')
  if (value === undefined) return ''
  if (value === null) return `<${name} xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>`
  if (typeof value !== 'object') return `<${name}>${escapeMarkup(String(value))}</${name}>`
  return withAttributes(name, value as Record<string, unknown>)
}

/** A record's `attributes` are attributes of its element. */
function withAttributes(name: string, { attributes, ...rest }: Record<string, unknown>): string {
  const written = Object.entries((attributes as Record<string, unknown> | undefined) ?? {})
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('')
  const inner = Object.entries(rest)
    .map(([key, value]) => element(key, value))
    .join('')
  return `<${name}${written}>${inner}</${name}>`
}
