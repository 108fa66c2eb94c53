/** Which of Mailchimp's APIs a request is for: they share hosts files, a port and a world, and little else. */
export type Api = 'marketing' | 'transactional' | 'oauth'

export function apiOf(path: string): Api {
  if (path.startsWith('/api/')) return 'transactional'
  return path.startsWith('/oauth2/') ? 'oauth' : 'marketing'
}
