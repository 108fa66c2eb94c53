/** Words that stay small inside a title. @unverified which they are, beyond `is` */
const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'in', 'is', 'of', 'on', 'or', 'the', 'to'])

export function titleCase(text: string): string {
  let first = true
  return text.toLowerCase().replace(/\S+/g, (word) => {
    const small = !first && SMALL.has(word)
    first = false
    return small ? word : word.charAt(0).toUpperCase() + word.slice(1)
  })
}
