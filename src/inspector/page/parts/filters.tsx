import type { Signal } from '@preact/signals'
import { status } from '../state/world.js'

/** What puts a value into a signal. */
export function into<T>(signal: Signal<T>): (value: T) => void {
  return (value) => {
    signal.value = value
  }
}

/** Sets search and filters back to "all". */
export function emptied(...filters: readonly Signal<string>[]): () => void {
  return () => {
    for (const filter of filters) filter.value = ''
  }
}

export interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  set(value: string): void
}

export function Select({ label, value, options, set }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

export function VendorSelect({ value, set, all = true }: { value: string; set(value: string): void; all?: boolean }) {
  const vendors = (status.value?.vendors ?? []).map(({ name, label }): [string, string] => [name, label])
  return <Select label="Vendor" value={value} set={set} options={all ? [['', 'all'], ...vendors] : vendors} />
}

export function Search({ value, set, label = 'Search' }: { value: string; set(value: string): void; label?: string }) {
  return (
    <label>
      <span>{label}</span>
      <input type="search" value={value} onInput={(event) => set(event.currentTarget.value)} placeholder="/" />
    </label>
  )
}
