import type { PathItem, Schema } from '../../document.js'

const text: Schema = { type: 'string' }
const record: Schema = { type: 'object', additionalProperties: true }

/** OAuth 2 at login.mailchimp.com, described here from facts. The pages of the login are pages, not operations. */
export const oauthPaths: Record<string, PathItem> = {
  '/oauth2/token': {
    post: {
      operationId: 'oauthToken',
      requestBody: { required: false, content: { 'application/x-www-form-urlencoded': { schema: record } } },
      responses: {
        '200': {
          description: '',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  access_token: text,
                  expires_in: { type: 'integer' },
                  scope: { type: ['string', 'null'] },
                },
                required: ['access_token', 'expires_in', 'scope'],
              },
            },
          },
        },
      },
      // No key is asked for: the app says who it is.
      security: [],
    },
  },
  '/oauth2/metadata': {
    get: {
      operationId: 'oauthMetadata',
      responses: {
        '200': {
          description: '',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  dc: text,
                  role: text,
                  accountname: text,
                  user_id: { type: 'integer' },
                  login: record,
                  login_url: text,
                  api_endpoint: text,
                },
                required: ['dc', 'role', 'accountname', 'user_id', 'login', 'login_url', 'api_endpoint'],
              },
            },
          },
        },
      },
    },
  },
}
