import type { ChildRelationship } from './catalogue.js'
import type { StoredField, StoredObject } from './stored.js'

/** Only what is asked of a reference: the rest of its object need not be held. */
interface Pointing {
  readonly object: string
  readonly field: Pick<StoredField, 'name' | 'cascade' | 'restrictDelete'>
}

/** Who points to whom, over all objects: made once a catalogue. */
export function pointersTo(objects: Iterable<StoredObject>): Map<string, Pointing[]> {
  const pointers = new Map<string, Pointing[]>()
  for (const { name, fields } of objects) {
    for (const { name: field, to = [], cascade, restrictDelete } of fields) {
      for (const target of to) {
        const list = pointers.get(target)
        const pointing = {
          object: name,
          field: { name: field, ...(cascade && { cascade }), ...(restrictDelete && { restrictDelete }) },
        }
        if (list) list.push(pointing)
        else pointers.set(target, [pointing])
      }
    }
  }
  return pointers
}

/** Every reference to an object, with the name it has from here where it has one. In the order of a describe: by child and field. */
export function childRelationships(stored: StoredObject, pointers: readonly Pointing[]): ChildRelationship[] {
  const names = new Map((stored.children ?? []).map((child) => [`${child.object}.${child.field}`, child.relationship]))
  const seen = new Set<string>()
  const children: ChildRelationship[] = pointers.map(({ object, field }) => {
    const key = `${object}.${field.name}`
    seen.add(key)
    return {
      childSObject: object,
      field: field.name,
      relationshipName: names.get(key) ?? null,
      cascadeDelete: field.cascade ?? false,
      restrictedDelete: field.restrictDelete ?? false,
    }
  })
  for (const { object, field, relationship } of stored.children ?? []) {
    if (seen.has(`${object}.${field}`)) continue
    children.push({
      childSObject: object,
      field,
      relationshipName: relationship ?? null,
      cascadeDelete: false,
      restrictedDelete: false,
    })
  }
  return children.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf(child: ChildRelationship): string {
  return `${child.childSObject}.${child.field}`
}
