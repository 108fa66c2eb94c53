/** Links in messages. They lead to where the client reached the API, so that they work in the sandbox. */

export function openLink(origin: string, publicId: string, message: string): string {
  return `${origin}/track/open.php?u=${publicId}&id=${message}`
}

export function clickLink(origin: string, publicId: string, message: string, url: string): string {
  const target = Buffer.from(JSON.stringify({ id: message, url })).toString('base64url')
  return `${origin}/track/click/${publicId}/${hostOf(url)}?p=${target}`
}

export function unsubscribeLink(origin: string, publicId: string, message: string, redirect: string): string {
  const to = redirect === '' ? '' : `&r=${encodeURIComponent(redirect)}`
  return `${origin}/track/unsub.php?u=${publicId}&id=${message}${to}`
}

/** What stands in a click's `p`; undefined for what nobody wrote here. */
export function clickedTarget(parameter: unknown): { readonly id: string; readonly url: string } | undefined {
  if (typeof parameter !== 'string') return undefined
  try {
    const { id, url } = JSON.parse(Buffer.from(parameter, 'base64url').toString()) as Record<string, unknown>
    return typeof id === 'string' && typeof url === 'string' ? { id, url } : undefined
  } catch {
    return undefined
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname || '-'
  } catch {
    return '-'
  }
}
