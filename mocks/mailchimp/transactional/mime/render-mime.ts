export interface MimeSource {
  /** In the order in which they are written. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly text: string | null
  readonly html: string | null
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[]
  /** What parts are told apart by; letters and digits. */
  readonly boundary: string
}

interface Part {
  readonly type: string
  readonly headers?: readonly string[]
  readonly body: string
}

/** A message as it would go over SMTP. No value can begin a header of its own. */
export function renderMime({ headers, text, html, attachments, boundary }: MimeSource): string {
  const bodies: Part[] = []
  if (text !== null) bodies.push(encoded('text/plain; charset="utf-8"', text))
  if (html !== null) bodies.push(encoded('text/html; charset="utf-8"', html))
  const main = bodies.length > 1 ? multipart('alternative', `_av-${boundary}`, bodies) : bodies[0]
  const files = attachments.map((file) => attachment(file))
  const content = main ?? encoded('text/plain; charset="utf-8"', '')
  const whole = files.length > 0 ? multipart('mixed', `_mx-${boundary}`, [content, ...files]) : content
  const head = headers.map(([name, value]) => `${oneLine(name).replace(/[^\x21-\x39\x3b-\x7e]/g, '')}: ${word(value)}`)
  return [...head, 'MIME-Version: 1.0', ...partHead(whole), '', whole.body].join('\r\n')
}

function encoded(type: string, text: string): Part {
  return { type, headers: ['Content-Transfer-Encoding: base64'], body: wrapped(Buffer.from(text).toString('base64')) }
}

function attachment({ name, type, content }: MimeSource['attachments'][number]): Part {
  const file = word(name).replaceAll('"', "'")
  const headers = ['Content-Transfer-Encoding: base64', `Content-Disposition: attachment; filename="${file}"`]
  const kind = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream'
  return { type: `${kind}; name="${file}"`, headers, body: wrapped(content.replace(/[^A-Za-z0-9+/=]/g, '')) }
}

function multipart(kind: string, boundary: string, parts: readonly Part[]): Part {
  const written = parts.map((part) => [`--${boundary}`, ...partHead(part), '', part.body].join('\r\n'))
  return { type: `multipart/${kind}; boundary="${boundary}"`, body: [...written, `--${boundary}--`].join('\r\n') }
}

function partHead({ type, headers = [] }: Part): string[] {
  return [`Content-Type: ${type}`, ...headers]
}

function wrapped(base64: string): string {
  return base64.match(/.{1,76}/g)?.join('\r\n') ?? ''
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

/** A header's value; in an encoded word where it is not plain. */
function word(value: string): string {
  const line = oneLine(value)
  return /^[\x20-\x7e]*$/.test(line) ? line : `=?utf-8?B?${Buffer.from(line).toString('base64')}?=`
}
