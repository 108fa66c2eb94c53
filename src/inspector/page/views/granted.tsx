import type { Access } from '../api/access.js'
import { Mark } from '../parts/mark.js'
import { Text } from '../parts/text.js'

type Holder = Access['vendors'][number]['holders'][number]
type Grant = Holder['grants'][number]

/** What each credential was granted, beside what it was used for: what was never used can go. */
export function Granted({ holders }: { readonly holders: readonly Holder[] }) {
  if (holders.length === 0) return null
  const unused = holders.reduce((sum, { used, grants }) => sum + (used ? grants.filter(isUnused).length : 0), 0)
  return (
    <details class="uses">
      <summary>
        What they may do, beside what they did{unused > 0 && `: ${unused} ${unused === 1 ? 'grant' : 'grants'} unused`}
      </summary>
      {holders.map((holder) => (
        <HolderPart key={`${holder.kind} ${holder.name}`} holder={holder} />
      ))}
    </details>
  )
}

const isUnused = ({ requests }: Grant) => requests === 0

function HolderPart({ holder }: { readonly holder: Holder }) {
  const { kind, name, used, grants, refused, other, note } = holder
  return (
    <section class="part" aria-label={`${kind} ${name}`}>
      <h4>
        {kind} <Text value={name} /> {!used && <Mark tone="plain">not used yet</Mark>}
      </h4>
      {note && <p class="dim">{note}</p>}
      <ul class="grants">
        {grants.map((grant) => (
          <li key={`${grant.kind} ${grant.name}`}>
            <Mark tone={grant.requests > 0 ? 'good' : 'plain'}>{countOf(grant.requests)}</Mark>
            <span>
              {grant.kind} <code>{grant.name}</code>
              {grant.broad && ' (more than one thing)'}
              {grant.from && <span class="dim"> from {grant.from}</span>}
              {grant.as.length > 0 && (
                <span class="because">{grant.as.map((need) => `${need.name} ${need.requests}`).join(', ')}</span>
              )}
            </span>
          </li>
        ))}
        {refused.map((need) => (
          <li key={`refused ${need.kind} ${need.name}`}>
            <Mark tone="bad">{countOf(need.requests)}</Mark>
            <span>
              {need.kind} <code>{need.name}</code> {need.silent ? 'was left out of answers' : 'was refused'}
            </span>
          </li>
        ))}
        {other.map((need) => (
          <li key={`other ${need.kind} ${need.name}`}>
            <Mark tone="wait">{countOf(need.requests)}</Mark>
            <span>
              {need.kind} <code>{need.name}</code> by a grant that it has no longer
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function countOf(requests: number): string {
  if (requests === 0) return 'unused'
  return `${requests.toLocaleString('en')} ${requests === 1 ? 'request' : 'requests'}`
}
