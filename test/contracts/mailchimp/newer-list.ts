import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/engine/generated.js'

interface Item {
  readonly item?: readonly Item[]
  readonly request?: {
    readonly method: string
    readonly url: { readonly path: readonly string[]; readonly query?: readonly { readonly key: string }[] }
    readonly body?: { readonly raw?: string }
  }
}

export interface ListedOperation {
  /** `GET /3.0/lists/{}`: what a path's parameters are called is not compared. */
  readonly key: string
  readonly query: readonly string[]
  /** Names of the fields at the top of what is sent. */
  readonly body: readonly string[]
}

const shared = process.env.STANDIN_SHARED ?? join(packageRoot(), '..', 'shared')
const file = join(shared, 'data', 'mailchimp', 'marketing-3.0.91.postman_collection.json')

/** The vendor's newer list of Marketing's operations, where it is at hand: it is not part of this project. */
export function newerList(): ListedOperation[] | undefined {
  return existsSync(file) ? operationsIn(JSON.parse(readFileSync(file, 'utf8')) as Item) : undefined
}

function operationsIn({ item, request }: Item): ListedOperation[] {
  if (item) return item.flatMap(operationsIn)
  if (!request) return []
  const { method, url, body } = request
  const path = url.path.filter(Boolean).map((part) => (part.startsWith(':') ? '{}' : part))
  return [
    {
      key: keyOf(method, ['', '3.0', ...path].join('/')),
      query: (url.query ?? []).map(({ key }) => key),
      body: body?.raw ? Object.keys(JSON.parse(body.raw) as object) : [],
    },
  ]
}

/** A key without the names of its path's parameters. */
export function keyOf(method: string, path: string): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`
}
