import { useRef, useState } from 'preact/hooks'
import type { Report, ScenarioWords } from '../api/answers.js'
import { post, remove } from '../api/call.js'
import { Confirm } from '../parts/dialog.js'
import { attempt } from '../state/notices.js'
import { hrefOf } from '../state/route.js'
import { labelOf, world, worldPath } from '../state/world.js'

export interface StoryProps {
  readonly scenario: ScenarioWords
  /** The one that is on in this world, if any. */
  readonly on: Report | undefined
  reload(): void
}

/** A scenario in plain words, and the way to begin it. */
export function ScenarioStory({ scenario, on, reload }: StoryProps) {
  return (
    <article class="story">
      <h2>{scenario.title}</h2>
      <p class="dim">
        <code>{scenario.name}</code> · {scenario.vendors.map(labelOf).join(', ')}
      </p>
      <p>{scenario.story}</p>
      <Start scenario={scenario} on={on} reload={reload} />
      <Sentences title="What is there" items={scenario.seed} />
      <Sentences title="What goes wrong" items={scenario.faults} />
      <Sentences title="What happens when" items={scenario.steps} />
      <section>
        <h3>What is expected in the end</h3>
        <ul class="sentences">
          {scenario.expectations.map(({ text, because }) => (
            <li key={text}>
              {text}
              {because && <span class="because">{because}</span>}
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}

function Sentences({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul class="sentences">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  )
}

function Start({ scenario, on, reload }: StoryProps) {
  const [keep, setKeep] = useState(false)
  const [asks, setAsks] = useState(false)
  const begins = useRef(false)
  const begin = async () => {
    // A double click would begin it twice, and be told that it is on already.
    if (begins.current) return
    begins.current = true
    const path = `${worldPath.value}/scenario`
    if (on) await attempt('', () => remove(path))
    await attempt(`“${scenario.title}” has begun.`, () => post(path, { name: scenario.name, keep }))
    begins.current = false
    reload()
  }
  return (
    <div class="card">
      <p class="actions">
        <button type="button" class="primary" onClick={() => (keep ? void begin() : setAsks(true))}>
          Begin this scenario
        </button>
        <label class="check">
          <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.currentTarget.checked)} /> keep what
          is in the world
        </label>
      </p>
      <p class="dim">
        {on && <>“{on.scenario.title}” is on in this world: it ends with that. </>}
        Your program must be pointed at the stand-ins (<a href={hrefOf('credentials')}>credentials</a>) and hear of
        events (<a href={hrefOf('webhooks')}>webhooks</a>).
      </p>
      {asks && (
        <Confirm
          title={`Empty the world “${world.value}”?`}
          verb="Empty it and begin"
          confirm={() => void begin()}
          close={() => setAsks(false)}
        >
          <p>
            Rows, requests and faults of this world go. Its keys stay, and so do endpoints that were subscribed here.
          </p>
        </Confirm>
      )}
    </div>
  )
}
