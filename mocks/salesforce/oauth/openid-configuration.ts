import { behaviour } from '../api.js'
import { loginUrl } from './origins.js'

/** What an OpenID Connect client reads first. @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid_discovery_endpoint.htm (read 2026-11) */
export const openidConfiguration = behaviour('GET /.well-known/openid-configuration', ({ call }, world) => {
  const base = loginUrl(call, world)
  return {
    issuer: base,
    authorization_endpoint: `${base}/services/oauth2/authorize`,
    token_endpoint: `${base}/services/oauth2/token`,
    revocation_endpoint: `${base}/services/oauth2/revoke`,
    userinfo_endpoint: `${base}/services/oauth2/userinfo`,
    introspection_endpoint: `${base}/services/oauth2/introspect`,
    jwks_uri: `${base}/id/keys`,
    scopes_supported: ['address', 'api', 'email', 'full', 'id', 'openid', 'phone', 'profile', 'refresh_token', 'web'],
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    display_values_supported: ['page', 'popup', 'touch'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
  }
})
