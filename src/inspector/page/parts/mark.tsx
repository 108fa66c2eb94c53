/** A state, by shape and by word: colour only underlines it. */
export type Tone = 'good' | 'bad' | 'wait' | 'plain'

const SHAPES: Readonly<Record<Tone, string>> = { good: '●', bad: '✕', wait: '◌', plain: '–' }

export function Mark({ tone, children }: { readonly tone: Tone; readonly children: string | number }) {
  return (
    <span class={`mark ${tone}`}>
      <span aria-hidden="true">{SHAPES[tone]}</span> {children}
    </span>
  )
}

export function toneOfStatus(status: number): Tone {
  if (status === 0 || status >= 400) return 'bad'
  return 'good'
}

export function Status({ status }: { readonly status: number }) {
  return <Mark tone={toneOfStatus(status)}>{status === 0 ? 'none' : status}</Mark>
}

const DELIVERY: Readonly<Record<string, Tone>> = {
  delivered: 'good',
  failed: 'bad',
  pending: 'wait',
  held: 'wait',
  dropped: 'plain',
}

export function DeliveryMark({ state }: { readonly state: string }) {
  return <Mark tone={DELIVERY[state] ?? 'plain'}>{state}</Mark>
}
