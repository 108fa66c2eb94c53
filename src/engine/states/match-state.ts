/**
 * The parameters that a state's name holds, or undefined where it is another state. A parameter whose value is not in the
 * name (`a customer with id X exists`, with `{id: 'cus_1'}` beside it) is taken from `params`.
 */
export function matchState(
  template: string,
  name: string,
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const source = template
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.+?)')
  const found = new RegExp(`^${source}$`, 'i').exec(name.trim())
  if (!found) return undefined
  const inName = names.map((key, i) => [key, (found[i + 1] ?? '').replace(/^["'](.*)["']$/, '$1')])
  return { ...Object.fromEntries(inName), ...params }
}
