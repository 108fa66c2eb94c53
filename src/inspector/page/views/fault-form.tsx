import { useState } from 'preact/hooks'
import type { Operations } from '../api/answers.js'
import { get, post } from '../api/call.js'
import { effectOf, type FaultField, type FaultKind, KINDS } from '../faults/kinds.js'
import { Select, VendorSelect } from '../parts/filters.js'
import { useAnswer } from '../state/answer.js'
import { attempt } from '../state/notices.js'
import { worldPath } from '../state/world.js'

type Values = Readonly<Record<string, string>>

/** The common faults by a form. */
export function FaultForm({ added }: { added(): void }) {
  const [id, setId] = useState(KINDS[0]?.id ?? '')
  const [values, setValues] = useState<Values>({})
  const kind = KINDS.find((each) => each.id === id)
  if (!kind) return null
  const set = (name: string, value: string) => setValues({ ...values, [name]: value })
  const submit = async (event: Event) => {
    event.preventDefault()
    await attempt('From now on it goes wrong.', () => post(`${worldPath.value}/faults`, faultOf(kind, values)))
    added()
  }
  return (
    <form class="card" onSubmit={submit} aria-labelledby="add-fault">
      <h3 id="add-fault">Add a fault</h3>
      <div class="fields">
        <Select
          label="What goes wrong"
          value={id}
          set={(value) => {
            setId(value)
            setValues({ vendor: values.vendor ?? '', on: '', limit: values.limit ?? '' })
          }}
          options={KINDS.map((each): [string, string] => [each.id, each.label])}
        />
        {kind.fields.map((field) => (
          <Field
            key={`${id} ${field.name}`}
            field={field}
            value={values[field.name] ?? field.value}
            set={(value) => set(field.name, value)}
          />
        ))}
      </div>
      <Where kind={kind} values={values} set={set} />
    </form>
  )
}

interface WhereProps {
  readonly kind: FaultKind
  readonly values: Values
  set(name: string, value: string): void
}

/** Of which vendor, for what, how often. */
function Where({ kind, values, set }: WhereProps) {
  return (
    <div class="fields">
      <VendorSelect value={values.vendor ?? ''} set={(value) => set('vendor', value)} />
      {!kind.connection && (
        <On kind={kind} vendor={values.vendor ?? ''} value={values.on ?? ''} set={(value) => set('on', value)} />
      )}
      <label>
        <span>How often</span>
        <input
          type="number"
          min="1"
          placeholder="every time"
          value={values.limit ?? ''}
          onInput={(event) => set('limit', event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary">
        Add it
      </button>
    </div>
  )
}

/** An operation, or for a webhook the type of its event. */
function On({
  kind,
  vendor,
  value,
  set,
}: {
  kind: FaultKind
  vendor: string
  value: string
  set(value: string): void
}) {
  const { data } = useAnswer(`names ${kind.webhook} ${vendor}`, () => namesOf(kind.webhook ?? false, vendor))
  return (
    <label class="grow">
      <span>{kind.webhook ? 'Event' : 'Operation'}</span>
      <input
        list="fault-names"
        value={value}
        placeholder="all"
        autocomplete="off"
        onInput={(event) => set(event.currentTarget.value)}
      />
      <datalist id="fault-names">
        {(data ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  )
}

async function namesOf(webhook: boolean, vendor: string): Promise<readonly string[]> {
  if (!vendor) return []
  if (webhook) return (await get<{ types: string[] }>(`${worldPath.value}/events`, { vendor })).types
  const { vendors } = await get<Operations>('/coverage', { vendor, list: 'true' })
  return (vendors[0]?.operations ?? [])
    .filter(({ fidelity }) => fidelity !== 'refused')
    .map(({ operation }) => operation)
}

function Field({
  field,
  value,
  set,
}: {
  readonly field: FaultField
  readonly value: string
  set(value: string): void
}) {
  const { label, type } = field
  if (type !== 'number' && type !== 'text') {
    return <Select label={label} value={value} set={set} options={type.map((each): [string, string] => [each, each])} />
  }
  if (type === 'number') {
    return (
      <label>
        <span>{label}</span>
        <input
          type="number"
          required
          min="0"
          step="any"
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      </label>
    )
  }
  return (
    <label>
      <span>{label}</span>
      <input type="text" required value={value} onInput={(event) => set(event.currentTarget.value)} />
    </label>
  )
}

function faultOf(kind: FaultKind, values: Values): object {
  const on = values.on?.trim()
  const when = {
    ...(values.vendor && { vendor: values.vendor }),
    ...(on && { [kind.webhook ? 'event' : 'operation']: on }),
  }
  return {
    ...(Object.keys(when).length > 0 && { when }),
    ...(values.limit && { times: Number(values.limit) }),
    effect: effectOf(kind, values),
  }
}
