declare module 'autocannon' {
  interface Options {
    readonly url: string
    readonly method: string
    readonly connections: number
    readonly headers: Record<string, string>
    readonly body?: string
    readonly duration?: number
    readonly amount?: number
    /** Requests a second, of all connections together. */
    readonly overallRate?: number
  }
  interface Result {
    readonly duration: number
    readonly requests: { readonly total: number }
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly non2xx: number
    readonly errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
