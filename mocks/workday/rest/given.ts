/** `{name: value}`, or nothing where there is no value: an answer leaves out what is not there. */
export function given<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  const out: { [P in K]?: V } = {}
  if (value !== undefined) out[name] = value
  return out
}
