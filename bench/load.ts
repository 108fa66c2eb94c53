import autocannon from 'autocannon'

export interface Shot {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
}

export interface Load {
  /** Requests a second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** Loads a server on this machine with ten connections for some seconds, or with so many requests. */
export async function load(
  port: number,
  key: string,
  shot: Shot,
  how: { seconds: number; perSecond?: number } | { amount: number },
): Promise<Load> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${shot.path}`,
    method: shot.method,
    connections: 10,
    headers: {
      authorization: `Bearer ${key}`,
      ...(shot.body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(shot.body !== undefined && { body: shot.body }),
    ...('seconds' in how ? { duration: how.seconds } : { amount: how.amount }),
    ...('perSecond' in how && { overallRate: how.perSecond }),
  })
  return {
    rate: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}
