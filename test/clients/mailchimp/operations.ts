import client from '@mailchimp/mailchimp_marketing'

type Method = (...args: unknown[]) => Promise<{ response: { status: number }; data: unknown }>

/** One operation of the official client. */
export interface ClientOperation {
  /** `lists.getList` */
  readonly name: string
  /** `GET /3.0/lists/{list_id}` */
  readonly key: string
  /** Names of its arguments: ids, `body`, `opts`. */
  readonly parameters: readonly string[]
  readonly call: Method
}

/** All operations that the client has, read out of the client itself: each calls its path once. */
export function clientOperations(): ClientOperation[] {
  const found: ClientOperation[] = []
  for (const [group, api] of Object.entries(client as unknown as Record<string, unknown>)) {
    if (typeof api !== 'object' || api === null) continue
    for (const [name, method] of Object.entries(api)) {
      if (!name.endsWith('WithHttpInfo') || typeof method !== 'function') continue
      const source = String(method)
      const [, path = '', verb = ''] = /'(\/[^']*)',\s*'([A-Z]+)',/.exec(source) ?? []
      const [, list = ''] = /^function\s*\(([^)]*)\)/.exec(source) ?? []
      found.push({
        name: `${group}.${name.replace('WithHttpInfo', '')}`,
        key: `${verb} /3.0${path === '/' ? '' : path}`,
        parameters: list
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
        call: (method as Method).bind(api),
      })
    }
  }
  return found
}
