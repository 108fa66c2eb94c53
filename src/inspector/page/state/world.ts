import { computed, effect, signal } from '@preact/signals'
import type { Clock, Status } from '../api/answers.js'
import { get } from '../api/call.js'
import { tell } from './notices.js'

const KEY = 'standin-world'

export const status = signal<Status | undefined>(undefined)
/** Name of the world that is looked at. */
export const world = signal(sessionStorage.getItem(KEY) ?? 'default')
export const clock = signal<Clock | undefined>(undefined)

/** Of the world that is looked at, in the control API. */
export const worldPath = computed(() => `/worlds/${encodeURIComponent(world.value)}`)

effect(() => sessionStorage.setItem(KEY, world.value))

export async function refreshStatus(): Promise<void> {
  status.value = await get<Status>('/status')
  if (!status.value.worlds.includes(world.value)) leaveWorld()
}

/** The world that was looked at is gone: somebody else removed it, or the sandbox was started anew. */
export function leaveWorld(): void {
  if (world.value === 'default') return
  tell('news', `The world “${world.value}” is gone.`, 'What is shown now is “default”.')
  world.value = 'default'
}

/** What people call a vendor. */
export function labelOf(vendor: string): string {
  return status.value?.vendors.find(({ name }) => name === vendor)?.label ?? vendor
}
