import { isRaw, type Raw } from './parse.js'
import { DescriptionProblem } from './problem.js'

/** References that follow each other longer than this go in a circle. */
const LONGEST_CHAIN = 32

/** Follows references inside one document. */
export class References {
  readonly #root: Raw

  constructor(root: Raw) {
    this.#root = root
  }

  /** What a value is, where it is or refers to an object. @throws DescriptionProblem for a reference that leads nowhere */
  follow(value: unknown): Raw {
    let at = value
    for (let i = 0; i < LONGEST_CHAIN; i++) {
      if (!isRaw(at)) return {}
      if (typeof at.$ref !== 'string') return at
      at = this.#at(at.$ref)
    }
    return {}
  }

  #at(ref: string): unknown {
    if (!ref.startsWith('#/')) {
      throw new DescriptionProblem(`It refers to ${ref}, outside the document: bundle it into one file first.`)
    }
    const parts = ref.slice(2).split('/').map(unescaped)
    const found = parts.reduce<unknown>((at, part) => {
      if (Array.isArray(at)) return at[Number(part)]
      return isRaw(at) && Object.hasOwn(at, part) ? at[part] : undefined
    }, this.#root)
    if (found === undefined) throw new DescriptionProblem(`It refers to ${ref}, which is not there.`)
    return found
  }
}

/** A part of a JSON Pointer in a URI fragment (RFC 6901). */
function unescaped(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
}
