import { showsShortcuts } from '../shortcuts.js'
import { connection } from '../state/feed.js'
import { now } from '../state/now.js'
import { hrefOf, route } from '../state/route.js'
import { clock, status, world } from '../state/world.js'
import { Mark } from './mark.js'
import { momentOf } from './time.js'

export function Top() {
  const names = status.value?.worlds ?? [world.value]
  return (
    <header class="top">
      <a class="skip" href={hrefOf(route.value.view)} onClick={skip}>
        Skip to content
      </a>
      <h1>
        <span class="logo" aria-hidden="true" /> Standin
      </h1>
      <label>
        World{' '}
        <select
          value={world.value}
          onChange={(event) => {
            world.value = event.currentTarget.value
          }}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <a class="top-clock" href={hrefOf('clock')}>
        <span class="hidden">Clock</span>
        <span class="number">{now.value ? momentOf(now.value) : '…'}</span>
        {clock.value?.frozen && <Mark tone="wait">frozen</Mark>}
      </a>
      <span class="spacer" />
      <Connection />
      <button
        type="button"
        class="small"
        onClick={() => {
          showsShortcuts.value = true
        }}
      >
        Keys <kbd>?</kbd>
      </button>
    </header>
  )
}

function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

function Connection() {
  const state = connection.value
  if (state === 'live') return <Mark tone="good">live</Mark>
  return <Mark tone={state === 'lost' ? 'bad' : 'wait'}>{state === 'lost' ? 'connection lost' : 'connecting'}</Mark>
}
