import type { Description } from './document.js'

/**
 * A description as JSON with each operation and each schema on a line of its own, so that the engine can parse one at a time
 * (src/engine/description/laid-out.ts reads it). What is small stands on the first line.
 */
export function layOut(description: Description): string {
  const { paths, components, ...head } = description
  const { schemas, ...others } = components
  const unplaced = Object.keys(others)
  if (unplaced.length > 0)
    throw new Error(`components of a description hold schemas only, here also ${unplaced.join()}`)
  const items = Object.entries(paths).map(([path, item]) => `${JSON.stringify(path)}:{\n${members(item)}\n}`)
  return `${JSON.stringify(head).slice(0, -1)},\n"paths":{\n${items.join(',\n')}\n},\n"components":{"schemas":{\n${members(schemas)}\n}}}\n`
}

function members(of: object): string {
  return Object.entries(of)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(',\n')
}
