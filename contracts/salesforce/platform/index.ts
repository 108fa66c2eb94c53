import type { Operation, PathItem, Verb } from '../../document.js'
import { composite } from './composite.js'
import { jobs } from './jobs.js'
import { limits } from './limits.js'
import { oauth } from './oauth.js'
import { objects } from './objects.js'
import { type Draft, operation } from './operation.js'
import { query } from './query.js'

/** Operations by path and method, before they are written out. */
export type Drafts = Record<string, { [verb in Verb]?: Draft }>

const all: Drafts[] = [oauth, objects, query, composite, jobs, limits]

/** Every operation of the platform: one a template, whatever the object. */
export function platformPaths(): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {}
  for (const [path, drafts] of all.flatMap((each) => Object.entries(each))) {
    const item: { [verb in Verb]?: Operation } = {}
    for (const [verb, draft] of Object.entries(drafts)) item[verb as Verb] = operation(path, draft)
    paths[path] = item
  }
  return paths
}
