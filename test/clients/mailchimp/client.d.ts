/** The official client has no types of its own. */
declare module '@mailchimp/mailchimp_marketing' {
  interface Client {
    basePath: string
    setConfig(config: { apiKey?: string; accessToken?: string; server?: string }): void
    readonly [api: string]: unknown
  }
  const client: Client
  export = client
}
