import type { ReaderAction } from './reader.js'

type Shown = NonNullable<ReaderAction['collect_inputs']>['inputs'][number]
type Toggle = NonNullable<Shown['toggles']>[number]

interface Input {
  readonly type: Shown['type']
  readonly custom_text: Partial<NonNullable<Shown['custom_text']>>
  readonly required?: boolean
  readonly selection?: { readonly choices: readonly { id: string; style?: 'primary' | 'secondary'; text: string }[] }
  readonly toggles?: readonly Partial<Toggle>[]
}

/** What the reader shows for an input, with what was left out. */
export function inputOf({ type, custom_text, required, selection, toggles = [] }: Input): Shown {
  const texts = { description: null, skip_button: null, submit_button: null, title: null }
  const choices = (selection?.choices ?? []).map((choice) => ({ style: null, ...choice }))
  const off = { default_value: null, description: null, title: null }
  return {
    custom_text: { ...texts, ...custom_text },
    required: required ?? null,
    toggles: toggles.map((toggle) => ({ ...off, ...toggle, value: null })),
    type,
    [type]: type === 'selection' ? { choices, id: null, text: null } : { value: null },
  }
}
