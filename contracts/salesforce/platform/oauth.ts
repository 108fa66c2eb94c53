import type { Drafts } from './index.js'
import { record } from './schemas.js'

const form = 'application/x-www-form-urlencoded'

/** OAuth 2.0 and identity. The pages of the login (GET and POST /services/oauth2/authorize) are pages, not operations. */
export const oauth: Drafts = {
  '/services/oauth2/token': {
    post: { operationId: 'Token', body: record, mediaType: form, answer: record, open: true },
  },
  '/services/oauth2/revoke': {
    get: { operationId: 'RevokeByLink', query: ['token'], open: true },
    post: { operationId: 'Revoke', body: record, mediaType: form, open: true },
  },
  '/services/oauth2/introspect': {
    post: { operationId: 'Introspect', body: record, mediaType: form, answer: record, open: true },
  },
  '/services/oauth2/userinfo': {
    get: { operationId: 'UserInfo', answer: record },
    post: { operationId: 'UserInfoByPost', body: record, mediaType: form, answer: record },
  },
  '/services/oauth2/singleaccess': {
    post: { operationId: 'SingleAccess', body: record, mediaType: form, answer: record, open: true },
  },
  '/id/keys': { get: { operationId: 'IdentityKeys', answer: record, open: true } },
  '/id/{organization}/{user}': {
    get: { operationId: 'Identity', query: ['format', 'oauth_token', 'version'], answer: record, open: true },
    post: { operationId: 'IdentityByPost', body: record, mediaType: form, answer: record, open: true },
  },
  '/.well-known/openid-configuration': { get: { operationId: 'OpenIdConfiguration', answer: record, open: true } },
}
