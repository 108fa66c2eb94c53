import { escapeMarkup } from '../../../src/engine/kit.js'
import type { TokenResponse } from './token-response.js'

type Format = 'json' | 'xml' | 'urlencoded'

/** A token response in one of three formats. JSON where nothing else is asked for. */
export function writeTokenResponse(response: TokenResponse, format: string | undefined, accept: string | undefined) {
  const chosen = formatOf(format, accept)
  if (chosen === 'json') return { contentType: 'application/json;charset=UTF-8', body: JSON.stringify(response) }
  if (chosen === 'urlencoded') {
    return {
      contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
      body: String(new URLSearchParams(response)),
    }
  }
  const members = Object.entries(response).map(([name, value]) => `<${name}>${escapeMarkup(value)}</${name}>`)
  return {
    contentType: 'application/xml;charset=UTF-8',
    body: `<?xml version="1.0" encoding="UTF-8"?><OAuth>${members.join('')}</OAuth>`,
  }
}

function formatOf(format: string | undefined, accept: string | undefined): Format {
  if (format === 'json' || format === 'xml' || format === 'urlencoded') return format
  if (/^application\/xml\b/.test(accept ?? '')) return 'xml'
  return /^application\/x-www-form-urlencoded\b/.test(accept ?? '') ? 'urlencoded' : 'json'
}
