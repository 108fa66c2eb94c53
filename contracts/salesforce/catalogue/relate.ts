import type { RawChild, RawObject } from './model.js'
import type { TypedObject } from './read-jsforce.js'

/** Who an activity's Who is; everything else is its What. */
const WHO = new Set(['Contact', 'Lead'])
const ACTIVITIES = new Set(['Task', 'Event', 'ActivityHistory', 'OpenActivity'])
/** jsforce writes a parent of several possible objects as `Name`. */
export const POLYMORPHIC = 'Name'

/**
 * The children of an object by name: jsforce's types give the name and the child, not its field. Of several references from one
 * child to one parent the names come in the fields' order, as a describe lists them.
 */
export function childrenOf(typed: TypedObject, objects: ReadonlyMap<string, RawObject>): RawChild[] {
  const byChild = new Map<string, string[]>()
  for (const [relationship, object] of typed.children) {
    byChild.set(object, [...(byChild.get(object) ?? []), relationship])
  }
  const children: RawChild[] = []
  for (const [object, relationships] of byChild) {
    const fields = pointingFields(objects.get(object), typed.name, relationships.length)
    relationships.forEach((relationship, i) => {
      const field = bestField(fields, relationship, relationships.length === fields.length ? i : undefined)
      if (field) children.push({ object, field, relationship })
    })
  }
  return children
}

function pointingFields(child: RawObject | undefined, parent: string, wanted: number): string[] {
  if (!child) return []
  if (ACTIVITIES.has(child.name)) {
    const named = child.fields.find(({ name }) => name === (WHO.has(parent) ? 'WhoId' : 'WhatId'))
    if (named && wanted === 1) return [named.name]
  }
  const references = child.fields.filter(({ type }) => type === 'reference')
  const direct = references.filter(({ to }) => to?.length === 1 && to[0] === parent)
  const usable = direct.length > 0 ? direct : references.filter(({ to }) => to?.length !== 1)
  const own = usable.filter(
    ({ name }) => !/^(?:CreatedBy|LastModifiedBy|Owner|MasterRecord|Actor|OriginalActor)Id$/.test(name),
  )
  return (own.length >= wanted ? own : usable).map(({ name }) => name).sort()
}

function bestField(fields: readonly string[], relationship: string, at: number | undefined): string | undefined {
  if (at !== undefined) return fields[at]
  const wanted = relationship.toLowerCase().replace(/s$/, '')
  const alike = fields.find((field) => {
    const stem = field.replace(/Id$/, '').toLowerCase()
    return wanted.includes(stem) || stem.includes(wanted)
  })
  return alike ?? fields[0]
}
