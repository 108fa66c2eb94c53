/** What a parameter makes of a field: absent leaves it, an empty string unsets it. */
export function optional<T>(value: T | '' | null | undefined, current: T | null): T | null {
  if (value === undefined) return current
  return value === '' ? null : value
}
