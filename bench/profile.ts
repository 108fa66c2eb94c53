import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[]
}

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

const NOT_BUSY = new Set(['(idle)', '(program)'])

/** Of the profile that `node --cpu-prof` left in a folder: the share of busy time spent in these functions of ours and what they call. */
export function shareOf(folder: string, functions: readonly string[]): number {
  const [file = ''] = readdirSync(folder)
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile
  const within = idsWithin(nodes, ({ callFrame }) => {
    return callFrame.url.includes('/dist/') && functions.includes(callFrame.functionName)
  })
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]))
  let busy = 0
  let spent = 0
  for (const [i, id] of samples.entries()) {
    const time = timeDeltas[i] ?? 0
    if (!NOT_BUSY.has(names.get(id) ?? '')) busy += time
    if (within.has(id)) spent += time
  }
  return spent / busy
}

/** The nodes that a test names, and all below them. */
function idsWithin(nodes: readonly ProfileNode[], named: (node: ProfileNode) => boolean): ReadonlySet<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const within = new Set<number>()
  const add = (id: number) => {
    if (within.has(id)) return
    within.add(id)
    byId.get(id)?.children?.forEach(add)
  }
  for (const node of nodes) if (named(node)) add(node.id)
  return within
}
