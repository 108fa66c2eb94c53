/** The official client has no types of its own. */
declare module '@mailchimp/mailchimp_transactional' {
  export default function client(apiKey: string): unknown
}
