const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * The three characters that make a 15-character id fit for those who do not tell case: one bit for each capital, in three groups
 * of five.
 * @source https://help.salesforce.com/s/articleView?id=000385585 (facts A1, read 2026-11-23)
 */
export function suffixOf(id15: string): string {
  let suffix = ''
  for (let group = 0; group < 3; group++) {
    let bits = 0
    for (let bit = 0; bit < 5; bit++) {
      const code = id15.charCodeAt(group * 5 + bit)
      if (code >= 65 && code <= 90) bits |= 1 << bit
    }
    suffix += SUFFIX[bits]
  }
  return suffix
}

/** The 18-character form of an id of 15 or 18 characters in any case, or undefined where it is no id. */
export function canonicalId(id: string): string | undefined {
  if (/^[0-9A-Za-z]{15}$/.test(id)) return id + suffixOf(id)
  if (!/^[0-9A-Za-z]{15}[A-Za-z0-5]{3}$/.test(id)) return undefined
  return restoreCase(id)
}

/** An 18-character id says by its ending which letters are capitals, so its own case does not matter. */
function restoreCase(id: string): string | undefined {
  let out = ''
  for (let i = 0; i < 15; i++) {
    const bits = SUFFIX.indexOf((id[15 + Math.floor(i / 5)] ?? '').toUpperCase())
    if (bits < 0) return undefined
    const letter = id[i] ?? ''
    out += bits & (1 << (i % 5)) ? letter.toUpperCase() : letter.toLowerCase()
  }
  return out + suffixOf(out)
}

/** An id: key prefix, two characters of the pod, a zero, and a counter of nine in base 62. */
export function makeId(keyPrefix: string, pod: string, counter: number): string {
  let text = ''
  for (let rest = counter, i = 0; i < 9; i++, rest = Math.floor(rest / 62)) text = BASE62[rest % 62] + text
  const id15 = `${keyPrefix}${pod}0${text}`
  return id15 + suffixOf(id15)
}
