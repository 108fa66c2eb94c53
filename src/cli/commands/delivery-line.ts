import type { DeliveryView } from '../../engine/control/views.js'
import type { Style } from '../render/style.js'

/** The state of a delivery with what its last attempt came to. */
export function deliveryState(style: Style, { state, attempts, reason }: DeliveryView): string {
  const last = attempts[attempts.length - 1]
  const outcome = reason ?? (last ? String(last.status ?? last.error) : '')
  const paint = state === 'delivered' ? style.green : state === 'pending' ? style.cyan : style.yellow
  return `${paint(state)}${outcome ? ` (${outcome})` : ''}`
}

export function deliveryLine(style: Style, delivery: DeliveryView): string {
  const { attempts, type, id, url } = delivery
  const at = attempts[attempts.length - 1]?.at ?? ''
  return [style.dim(at.slice(11, 19)), style.bold(type), deliveryState(style, delivery), url, style.dim(id)].join('  ')
}
