import type { FieldPatch, ObjectOverlay } from '../overlay/overlay.js'
import { cascades, restrictions } from './cascades.js'
import { compoundOf, flagsOf } from './field-flags.js'
import { shapeOf } from './field-types.js'
import { keyPrefixes } from './key-prefixes.js'
import type { RawChild, RawField, RawObject } from './model.js'
import { targetsOf } from './polymorphic.js'
import type { TypedObject } from './read-jsforce.js'
import type { OpenApiField, OpenApiObject } from './read-openapi.js'
import { childrenOf, POLYMORPHIC } from './relate.js'

interface Sources {
  openApi: ReadonlyMap<string, OpenApiObject>
  typed: ReadonlyMap<string, TypedObject>
  overlays: Readonly<Record<string, ObjectOverlay>>
}

/** Every object: the fields of both sources in the order of the first that has them, refined, and mended by the overlays. */
export function buildObjects(sources: Sources): RawObject[] {
  const names = new Set([...sources.openApi.keys(), ...sources.typed.keys(), ...Object.keys(sources.overlays)])
  // jsforce's `Name` stands for what a polymorphic reference points to; it is no object of an org.
  names.delete(POLYMORPHIC)
  const objects = new Map<string, RawObject>()
  for (const name of [...names].sort()) objects.set(name, buildObject(name, names, sources))
  for (const [name, object] of objects) {
    const typed = sources.typed.get(name)
    const children = typed ? childrenOf(typed, objects) : []
    const corrected = sources.overlays[name]?.children ?? []
    const all = [...children.filter((child) => !corrected.some((other) => overrides(other, child))), ...corrected]
    const known = all.filter(({ object: child, field }) =>
      objects.get(child)?.fields.some((each) => each.name === field),
    )
    if (known.length > 0) object.children = known
  }
  return [...objects.values()]
}

function overrides(other: RawChild, child: RawChild): boolean {
  return other.object === child.object && (other.field === child.field || other.relationship === child.relationship)
}

function buildObject(name: string, names: ReadonlySet<string>, { openApi, typed, overlays }: Sources): RawObject {
  const described = openApi.get(name)
  const known = typed.get(name)
  const overlay = overlays[name]
  const fieldNames = mergedNames(described, known, overlay)
  const fields = fieldNames.map((field) => {
    const built = buildField(
      name,
      field,
      described?.fields.find((each) => each.name === field),
      known,
      names,
    )
    const compound = compoundOf(name, field, new Set(fieldNames))
    const ends = endsOf(`${name}.${field}`)
    return mended({ ...built, ...(compound && { compound }), ...ends }, overlay?.fields?.[field])
  })
  const prefix = keyPrefixes.get(name) ?? overlay?.prefix
  const not = overlay?.not ?? notOf(name, described)
  return {
    name,
    ...(overlay?.label && { label: overlay.label }),
    ...(overlay?.plural && { plural: overlay.plural }),
    ...(prefix && { prefix }),
    ...(not && { not }),
    ...(overlay?.can !== undefined && { can: overlay.can }),
    fields: fields.filter(({ name: field }) => !overlay?.without?.includes(field)),
  }
}

/** What becomes of a row whose parent goes. */
function endsOf(key: string): Partial<RawField> {
  return {
    ...(cascades.has(key) && { cascade: true as const }),
    ...(restrictions.has(key) && { restrictDelete: true as const }),
  }
}

function mergedNames(
  described: OpenApiObject | undefined,
  known: TypedObject | undefined,
  overlay: ObjectOverlay | undefined,
): string[] {
  const names = new Set(described?.fields.map(({ name }) => name) ?? [])
  for (const name of known?.fields.keys() ?? []) names.add(name)
  for (const name of Object.keys(overlay?.fields ?? {})) names.add(name)
  return [...names]
}

function buildField(
  object: string,
  name: string,
  openApi: OpenApiField | undefined,
  known: TypedObject | undefined,
  names: ReadonlySet<string>,
): RawField {
  const stem = name.endsWith('Id') ? name.slice(0, -2) : undefined
  const parent = stem ? parentOf(stem, known, names) : undefined
  const typed = known?.fields.get(name)
  const seen = { object, name, openApi, typed: typed?.type, points: parent !== undefined }
  const shape = shapeOf(seen)
  const reference = parent && shape.type === 'reference' ? referenceTo(name, parent) : {}
  return { name, ...shape, ...reference, ...flagsOf(object, { name, type: shape.type }, openApi, typed) }
}

interface Parent {
  relationship: string
  target: string
}

/** The parent a field is named after. Where jsforce does not know the object, an object of that name or a user. */
function parentOf(stem: string, known: TypedObject | undefined, names: ReadonlySet<string>): Parent | undefined {
  const target = known?.parents.get(stem)
  if (target) return { relationship: stem, target }
  if (known) return undefined
  if (/^(?:CreatedBy|LastModifiedBy)$/.test(stem)) return { relationship: stem, target: 'User' }
  if (/^(?:Owner|Parent|LinkedEntity|Who|What|RelatedRecord)$/.test(stem))
    return { relationship: stem, target: POLYMORPHIC }
  const named = [stem, stem.replace(/^(?:Parent|Related|Source|Target)/, '')].find((each) => names.has(each))
  return named ? { relationship: stem, target: named } : undefined
}

function referenceTo(name: string, { relationship, target }: Parent): Partial<RawField> {
  return { to: target === POLYMORPHIC ? targetsOf(name) : [target], relationship }
}

function notOf(name: string, described: OpenApiObject | undefined): string {
  if (/(?:History|Feed|ChangeEvent)$/.test(name)) return 'CUDN'
  if (!described) return ''
  const { post, patch, delete: remove } = described.methods
  return `${post ? '' : 'C'}${patch ? '' : 'U'}${remove ? '' : 'D'}`
}

/** An overlay takes a property away by setting it to undefined. What it says is required is a client's to give. */
function mended(field: RawField, given: FieldPatch = {}): RawField {
  const patch = given.required ? { defaulted: undefined, default: undefined, ...given } : given
  return JSON.parse(JSON.stringify({ ...field, ...patch })) as RawField
}
