import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What jsforce's types say of an object: which fields can be null, parents and children by their names in a query. */
export interface TypedObject {
  name: string
  fields: Map<string, { type: string; nillable: boolean }>
  /** Name in a path to the parent's object; `Name` stands for several objects. */
  parents: Map<string, string>
  children: [relationship: string, object: string][]
}

const DECLARED = /^type (Fields|ParentReferences|ChildRelationships)\$(\w+) = \{(\};)?/
const MEMBER = /^ {4}(\w+)\??: (.+);$/

/** The objects of lib/types/standard-schema.d.ts in the package's folder, by name. The file is one declaration after another. */
export function readJsforce(folder: string): Map<string, TypedObject> {
  const lines = readFileSync(join(folder, 'lib', 'types', 'standard-schema.d.ts'), 'utf8').split('\n')
  const objects = new Map<string, TypedObject>()
  let section: { kind: string; object: TypedObject } | undefined
  for (const line of lines) {
    const declared = DECLARED.exec(line)
    if (declared) {
      const [, kind = '', name = '', closed] = declared
      const object = objects.get(name) ?? { name, fields: new Map(), parents: new Map(), children: [] }
      objects.set(name, object)
      section = closed ? undefined : { kind, object }
      continue
    }
    const member = section && MEMBER.exec(line)
    if (section && member) place(section.object, section.kind, member[1] ?? '', member[2] ?? '')
    else if (!line.startsWith('    ')) section = undefined
  }
  return objects
}

function place(object: TypedObject, kind: string, key: string, type: string): void {
  const target = /SObjectDefinition\$(\w+)/.exec(type)?.[1]
  if (kind === 'Fields') {
    const nillable = / \| null$/.test(type)
    object.fields.set(key, { type: type.replace(/ \| null$/, ''), nillable })
  } else if (target && kind === 'ParentReferences') object.parents.set(key, target)
  else if (target) object.children.push([key, target])
}
