import type { Message, RequestWhole } from '../api/answers.js'
import { get } from '../api/call.js'
import { Copy } from '../parts/copy.js'
import { Mark, Status } from '../parts/mark.js'
import { Block, Body, Text } from '../parts/text.js'
import { momentOf, spanOf } from '../parts/time.js'
import { useAnswer } from '../state/answer.js'
import { hrefOf } from '../state/route.js'
import { labelOf, worldPath } from '../state/world.js'

/** One request: what was asked and answered, what stands behind it, and what would have been right. */
export function RequestDetail({ id }: { readonly id: string }) {
  const path = `${worldPath.value}/logs/${encodeURIComponent(id)}`
  const { data, error } = useAnswer(path, () => get<RequestWhole>(path))
  if (error) return <p class="quiet">{error.message}</p>
  if (!data) return <p class="quiet">…</p>
  return (
    <>
      <h2 class="detail-title">
        <span class="method">{data.method}</span> <Text value={data.target} />
      </h2>
      <Facts data={data} />
      <Explanation data={data} />
      <Part title="Request" message={data.request} />
      <Part title="Answer" message={data.response} />
      {data.curl && <Curl title="As curl" text={data.curl} />}
    </>
  )
}

function Facts({ data }: { readonly data: RequestWhole }) {
  return (
    <dl class="facts">
      <dt>Answer</dt>
      <dd>
        <Status status={data.status} /> <span class="dim number">after {spanOf(data.duration)}</span>
      </dd>
      <dt>Vendor</dt>
      <dd>{labelOf(data.vendor)}</dd>
      <dt>Operation</dt>
      <dd>{data.operation ? <code>{data.operation}</code> : 'none that this vendor has'}</dd>
      <dt>Fidelity</dt>
      <dd>
        <Mark tone={data.fidelity === 'modelled' ? 'good' : data.fidelity === 'generic' ? 'wait' : 'plain'}>
          {data.fidelity}
        </Mark>
        <span class="dim"> {FIDELITY[data.fidelity]}</span>
      </dd>
      <dt>At</dt>
      <dd class="number">{momentOf(data.at)} on the world's clock</dd>
      <dt>Id</dt>
      <dd>
        <code>{data.id}</code> <a href={hrefOf('timeline', data.id)}>in the timeline</a>
      </dd>
      {data.events.length > 0 && (
        <>
          <dt>Events</dt>
          <dd>{data.events.join(', ')}</dd>
        </>
      )}
      {data.faults.length > 0 && (
        <>
          <dt>Faults</dt>
          <dd>
            {data.faults.join(', ')}: it went wrong on purpose. <a href={hrefOf('faults')}>See them</a>
          </dd>
        </>
      )}
    </dl>
  )
}

const FIDELITY = {
  modelled: 'code stands behind it that does as the vendor does',
  generic: 'made of the description alone, with state',
  refused: 'not simulated, or turned away before',
}

function Explanation({ data: { explanation, failure } }: { readonly data: RequestWhole }) {
  const { problems, parameters, curl, suggestions } = explanation
  if (problems.length === 0 && suggestions.length === 0 && !failure) return null
  return (
    <section class="explanation" aria-labelledby="why">
      <h3 id="why">What was wrong</h3>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <Text value={problem} />
          </li>
        ))}
        {suggestions.map((each) => (
          <li key={each}>
            Was this meant? <code>{each}</code>
          </li>
        ))}
        {failure && (
          <li>
            <Text value={failure} />
          </li>
        )}
      </ul>
      {curl && <Curl title="The nearest request that fits the description" text={curl} />}
      {parameters.length > 0 && (
        <details>
          <summary>What the operation takes ({parameters.length})</summary>
          <ul class="parameters">
            {parameters.map((each) => (
              <li key={`${each.in} ${each.name}`}>
                <code>{each.name}</code> <span class="dim">{each.in}</span> {each.type}
                {each.required && <strong> required</strong>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

export function Part({ title, message }: { readonly title: string; readonly message: Message }) {
  const headers = Object.entries(message.headers)
  return (
    <section class="part" aria-label={title}>
      <h3>{title}</h3>
      <details>
        <summary>{headers.length} headers</summary>
        <dl class="headers">
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>
                <Text value={name} />
              </dt>
              <dd>
                <Text value={String(value)} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <Body text={message.body} label={`Body of the ${title.toLowerCase()}`} />
    </section>
  )
}

/** As the log writes what must not be read in it. */
const HIDDEN = /\[redacted\]|\*{4}/

function Curl({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section class="part" aria-label={title}>
      <h3 class="with-action">
        {title} <Copy text={text} what="the command" />
      </h3>
      {HIDDEN.test(text) && (
        <p class="dim">
          Something in it is hidden here, and would be sent so: write the true value in before you run it.
        </p>
      )}
      <Block label={`${title}: the command`} text={text} />
    </section>
  )
}
