import { generatedBytes } from '../../../src/engine/kit.js'
import type { StoredObject } from './stored.js'

const QUOTE = 34
const BACKSLASH = 92
const OPEN = [91, 123]
const CLOSE = [93, 125]

/**
 * A standard object as it lies in the file of all of them: parsed when something of it is asked for, and let go again when memory is
 * wanted. An org has more than a thousand, of which a program uses a dozen.
 */
class StandardObject implements StoredObject {
  readonly name: string
  readonly prefix?: string
  private readonly bytes: Buffer
  private parsed: WeakRef<StoredObject> | undefined

  constructor(bytes: Buffer) {
    this.bytes = bytes
    // All that stands before the fields is a few words.
    const [head = ''] = bytes.toString('latin1', 0, 300).split('"fields":')
    this.name = /"name":"(\w+)"/.exec(head)?.[1] ?? ''
    const prefix = /"prefix":"(\w+)"/.exec(head)?.[1]
    if (prefix !== undefined) this.prefix = prefix
  }

  get label() {
    return this.whole().label
  }
  get plural() {
    return this.whole().plural
  }
  get not() {
    return this.whole().not
  }
  get can() {
    return this.whole().can
  }
  get fields() {
    return this.whole().fields
  }
  get children() {
    return this.whole().children
  }

  whole(): StoredObject {
    const known = this.parsed?.deref()
    if (known) return known
    const whole = JSON.parse(this.bytes.toString('utf8')) as StoredObject
    this.parsed = new WeakRef(whole)
    return whole
  }
}

/** An object as a plain one, to be spread. */
export function wholeOf(object: StoredObject): StoredObject {
  return object instanceof StandardObject ? object.whole() : object
}

let standard: readonly StoredObject[] | undefined

/** The standard objects, found in their file when first asked for. */
export function standardObjects(): readonly StoredObject[] {
  standard ??= objectsIn(generatedBytes('salesforce-objects'))
  return standard
}

/** Items of the list `objects`, each by its first and last brace: nothing is parsed. */
function objectsIn(bytes: Buffer): StoredObject[] {
  const objects: StoredObject[] = []
  const from = bytes.indexOf('"objects":[') + '"objects":['.length
  let depth = 0
  let start = from
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) at = endOfText(bytes, at)
    else if (OPEN.includes(byte)) {
      if (depth === 0) start = at
      depth++
    } else if (CLOSE.includes(byte)) {
      depth--
      if (depth === 0) objects.push(new StandardObject(bytes.subarray(start, at + 1)))
      else if (depth < 0) break
    }
  }
  return objects
}

/** Where the quote stands that ends a text. */
function endOfText(bytes: Buffer, from: number): number {
  let at = from + 1
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at
}
