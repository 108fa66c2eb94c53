import { computed, signal } from '@preact/signals'
import { clock } from './world.js'

const tick = signal(0)
let since = 0
let base: string | undefined
setInterval(() => tick.value++, 500)

/** The world's clock as it goes on between two tellings, ISO 8601. */
export const now = computed(() => {
  tick.value
  const told = clock.value
  if (!told) return undefined
  if (base !== told.now) {
    base = told.now
    since = performance.now()
  }
  if (told.frozen) return told.now
  return new Date(Date.parse(told.now) + performance.now() - since).toISOString()
})
