/** Where a user's org is to be reached, in the words of the identity service. `{version}` is the client's to fill in. */
export function profileUrls(instance: string, organization: string, user: string): Record<string, string> {
  const org = organization.slice(0, 15)
  const data = `${instance}/services/data/v{version}`
  return {
    enterprise: `${instance}/services/Soap/c/{version}/${org}`,
    metadata: `${instance}/services/Soap/m/{version}/${org}`,
    partner: `${instance}/services/Soap/u/{version}/${org}`,
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    search: `${data}/search/`,
    query: `${data}/query/`,
    recent: `${data}/recent/`,
    tooling_soap: `${instance}/services/Soap/T/{version}/${org}`,
    tooling_rest: `${data}/tooling/`,
    profile: `${instance}/${user}`,
    feeds: `${data}/chatter/feeds`,
    groups: `${data}/chatter/groups`,
    users: `${data}/chatter/users`,
    feed_items: `${data}/chatter/feed-items`,
    feed_elements: `${data}/chatter/feed-elements`,
    custom_domain: instance,
  }
}
