/** An operation's id as Stripe's own document forms it: `POST /v1/payment_intents/{intent}/confirm` is PostPaymentIntentsIntentConfirm. */
export function operationId(method: string, path: string): string {
  const words = path
    .split('/')
    .filter((segment, index) => segment !== '' && !(index === 1 && segment === 'v1'))
    .map((segment) => segment.replace(/[{}]/g, ''))
  return pascal(method.toLowerCase()) + words.map(pascal).join('')
}

function pascal(word: string): string {
  return word
    .split(/[_.-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}
