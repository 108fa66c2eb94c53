import { useState } from 'preact/hooks'
import type { Access, Key } from '../api/access.js'
import type { Credentials } from '../api/answers.js'
import { get } from '../api/call.js'
import { token } from '../api/token.js'
import { Copy } from '../parts/copy.js'
import { Empty } from '../parts/empty.js'
import { Text } from '../parts/text.js'
import { useAnswer } from '../state/answer.js'
import { labelOf, world, worldPath } from '../state/world.js'
import { Granted } from './granted.js'
import { KeyUses } from './key-uses.js'

/** A world's credentials: hidden until they are wanted. */
export function CredentialsView() {
  const path = `${worldPath.value}/credentials`
  const { data, error } = useAnswer(`${path} ${token.value}`, () => get<Credentials>(path), 'all')
  const keys = useAnswer(`${worldPath.value}/keys`, () => get<{ keys: Key[] }>(`${worldPath.value}/keys`), 'all')
  const access = useAnswer(`${worldPath.value}/access`, () => get<Access>(`${worldPath.value}/access`), 'all')
  if (error) return <Empty title={error.message}>Credentials are shown to who has the token of the sandbox.</Empty>
  return (
    <div class="page">
      <header>
        <h2>Credentials of “{world.value}”</h2>
        {data && <Copy text={environmentOf(data)} verb="Copy all" what="as environment variables" />}
      </header>
      <p class="lead">For test only, and of this world alone: a program that uses them is in this world.</p>
      {data?.vendors.map(({ vendor, url, credentials, webhooks }) => (
        <section key={vendor} class="card" aria-label={labelOf(vendor)}>
          <h3>{labelOf(vendor)}</h3>
          {url && (
            <p>
              <code>{url}</code> <Copy text={url} what={`the address of ${labelOf(vendor)}`} />
            </p>
          )}
          <Values credentials={credentials} webhooks={webhooks} />
          <KeyUses keys={keys.data?.keys.filter((key) => key.vendor === vendor) ?? []} rolled={keys.reload} />
          <Granted holders={access.data?.vendors.find((each) => each.vendor === vendor)?.holders ?? []} />
        </section>
      ))}
    </div>
  )
}

function Values({ credentials, webhooks }: Pick<Credentials['vendors'][number], 'credentials' | 'webhooks'>) {
  return (
    <table>
      <thead>
        <tr>
          <th>What</th>
          <th>Variable</th>
          <th>Value</th>
          <th>
            <span class="hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {credentials.map((each) => (
          <Line key={each.variable} label={each.label} name={each.variable} value={each.value} secret={each.secret} />
        ))}
        {webhooks.map(({ endpoint, url: at, secret }) => (
          <Line key={endpoint} label={`Webhook secret of ${at}`} name={endpoint} value={secret} secret />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly secret: boolean
}

function Line({ label, name, value, secret }: LineProps) {
  const [shown, setShown] = useState(!secret)
  return (
    <tr>
      <td>
        <Text value={label} />
      </td>
      <td class="variable">
        <code>{name}</code>
      </td>
      <td class="secret">
        <code>{shown ? <Text value={value} lines /> : masked(value)}</code>
      </td>
      <td class="actions">
        {secret && (
          <button
            type="button"
            class="small"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            aria-label={`${shown ? 'Hide' : 'Reveal'} ${label}`}
          >
            {shown ? 'Hide' : 'Reveal'}
          </button>
        )}
        <Copy text={value} what={label} />
      </td>
    </tr>
  )
}

/** So that two can be told apart. */
function masked(value: string): string {
  return value.length <= 12 ? '••••••••' : `${value.slice(0, 4)}••••••••${value.slice(-4)}`
}

function environmentOf({ vendors }: Credentials): string {
  return vendors
    .flatMap(({ credentials }) => credentials.map(({ variable, value }) => `${variable}=${JSON.stringify(value)}`))
    .join('\n')
}
