import type { Description } from '../../../contracts/document.js'
import { OperationIndex } from '../drift/operation-index.js'
import { Actual } from './actual.js'
import type { Answer, PactRequest, Sender } from './send.js'

interface Resource {
  /** Path of its collection: `/v1/customers`. */
  readonly collection: string
  readonly id: string
}

export interface CleanedUp {
  readonly undone: readonly string[]
  /** What the vendor has no way to take back, or did not. */
  readonly left: readonly string[]
}

/** How a resource is taken back where it cannot be deleted. */
const ENDINGS = ['cancel', 'void', 'close'] as const

/** What a probe has made at the vendor, to be taken back when it is done. */
export class Made {
  readonly #operations: OperationIndex
  readonly #resources: Resource[] = []

  constructor(description: Description) {
    this.#operations = new OperationIndex(description)
  }

  /** Notes what a request has made: a POST to a collection that answers with an id. */
  note({ method, path }: PactRequest, { status, body }: Answer): void {
    if (method !== 'POST' || status >= 300 || typeof body !== 'object' || body === null) return
    const { id } = body as { id?: unknown }
    const found = this.#operations.byPath('POST', path)
    if (typeof id !== 'string' || !found || found.key.endsWith('}')) return
    const isMember =
      this.#operations.byPath('GET', `${path}/${id}`) ?? this.#operations.byPath('DELETE', `${path}/${id}`)
    if (isMember) this.#resources.push({ collection: path, id })
  }

  /** Last made, first taken back. */
  async cleanUp(sender: Sender): Promise<CleanedUp> {
    const undone: string[] = []
    const left: string[] = []
    for (const { collection, id } of this.#resources.reverse()) {
      const way = this.#wayBack(`${collection}/${id}`)
      const answer = way && (await sender.send(way, new Actual(undefined, 0)))
      // What a later step of the contract has deleted itself is gone all the same.
      if (answer && (answer.status < 300 || answer.status === 404)) undone.push(id)
      else left.push(id)
    }
    return { undone, left }
  }

  #wayBack(path: string): PactRequest | undefined {
    if (this.#operations.byPath('DELETE', path)) return { method: 'DELETE', path }
    const ending = ENDINGS.find((each) => this.#operations.byPath('POST', `${path}/${each}`)?.key.endsWith(`/${each}`))
    return ending && { method: 'POST', path: `${path}/${ending}` }
  }
}
