import { toForm } from './request.js'

type Fields = Readonly<Record<string, unknown>>

/** A request as Stripe's SDKs write it: a query, a form, a multipart body, or JSON for API v2, which asks for a version. */
export function written(method: string, target: string, mediaType: string | undefined, parameters: Fields) {
  const version: Record<string, string> = target.startsWith('/v2/') ? { 'stripe-version': '2026-10-28.endive' } : {}
  if (method === 'GET' || (method === 'DELETE' && mediaType === undefined)) {
    const query = toForm(parameters)
    return { target: query ? `${target}?${query}` : target, headers: version }
  }
  if (target.startsWith('/v2/'))
    return { target, text: JSON.stringify(parameters), headers: { 'content-type': 'application/json', ...version } }
  if (mediaType !== 'multipart/form-data') return { target, text: toForm(parameters) }
  const parts = Object.entries(parameters).map(([name, value]) => {
    const file = name === 'file' ? '; filename="walk.png"\r\nContent-Type: image/png' : ''
    return `--walk\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${String(value)}\r\n`
  })
  return {
    target,
    text: `${parts.join('')}--walk--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=walk' },
  }
}
