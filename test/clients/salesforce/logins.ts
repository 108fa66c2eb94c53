import { createSign } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { hiddenFields } from '../../mocks/salesforce/support/browser.js'

type Environment = Readonly<Record<string, string | undefined>>

/** A JWT as an integration without a person signs it, good for three minutes. */
export function signedAssertion(env: Environment): string {
  const claims = {
    iss: env.SF_CLIENT_ID,
    sub: env.SF_USERNAME,
    aud: 'https://login.salesforce.com',
    exp: Math.floor(Date.now() / 1000) + 180,
  }
  const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const text = `${encoded({ alg: 'RS256' })}.${encoded(claims)}`
  return `${text}.${createSign('RSA-SHA256')
    .update(text)
    .sign(env.SF_PRIVATE_KEY ?? '', 'base64url')}`
}

/** Goes where a client sends its user, logs in and consents there as a person would, and gives the code that comes back. */
export async function logInWithCode(url: string, env: Environment): Promise<string> {
  const asked = await browse(url)
  const asks = await browse(new URL('/login', url).href, {
    ...hiddenFields(asked.text),
    username: env.SF_USERNAME_SUSER ?? '',
    password: env.SF_PASSWORD_SUSER ?? '',
  })
  const consent = new URL('/setup/secur/RemoteAccessAuthorizationPage.apexp', url).href
  const { location } = await browse(consent, { ...hiddenFields(asks.text), answer: 'allow' })
  return new URL(location).searchParams.get('code') ?? ''
}

interface Answer {
  readonly location: string
  readonly text: string
}

/** One request, through the same modules of Node that jsforce asks with; a redirect is not followed. */
function browse(url: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
  const { request } = url.startsWith('https:') ? https : http
  const headers = form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: form ? 'POST' : 'GET', headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ location: answer.headers.location ?? '', text }))
    })
    sent.on('error', reject)
    sent.end(form && new URLSearchParams(form).toString())
  })
}
