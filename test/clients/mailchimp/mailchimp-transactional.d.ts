/** The official client has no types of its own. */
declare module '@mailchimp/mailchimp_transactional' {
  const client: (apiKey: string) => unknown
  export = client
}
