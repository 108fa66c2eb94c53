/** `Account Number` of `AccountNumber`: a label made of a name. */
export function labelOf(name: string): string {
  return name
    .replace(/__[a-z]+$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/ Id$/, ' ID')
}

export function pluralOf(label: string): string {
  if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`
  if (/(?:s|x|ch|sh)$/.test(label)) return `${label}es`
  return `${label}s`
}
