import { escapeMarkup } from '../../../src/engine/kit.js'
import { isScalar, type SoapService, type SoapType } from './schema.js'

/** What is written: text for a scalar, an object for an element with children, a list where several may stand. */
export type Content = string | number | boolean | Reference | Elements | readonly Content[] | undefined

export interface Elements {
  readonly [name: string]: Content
}

/** A reference, with all the ids that its object has. */
export interface Reference {
  readonly ids: readonly (readonly [type: string, value: string])[]
  readonly descriptor?: string
}

/**
 * Writes a root element by its type: children in the order that the schema has, whatever order they were given in.
 * What is undefined, or not in the schema of this version, is left out.
 */
export function writeRoot(service: SoapService, root: string, content: Elements, version: string): string {
  const type = service.elements[root]
  if (type === undefined) throw new Error(`${service.service} has no element ${root}.`)
  const attributes = ` xmlns:wd="urn:com.workday/bsvc" wd:version="${escapeMarkup(version)}"`
  return `<wd:${root}${attributes}>${children(service, typeOf(service, type), content)}</wd:${root}>`
}

/** The envelope around it. */
export function envelope(body: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>${body}</env:Body></env:Envelope>`,
  ].join('')
}

function children(service: SoapService, type: SoapType, content: Elements): string {
  let text = ''
  for (const { name, type: fieldType } of type.fields) {
    const value = content[name]
    if (value === undefined) continue
    if (Array.isArray(value))
      for (const each of value as readonly Content[]) text += element(service, name, fieldType, each)
    else text += element(service, name, fieldType, value)
  }
  return text
}

function element(service: SoapService, name: string, type: string, value: Content): string {
  if (value === undefined) return ''
  if (isScalar(type)) return `<wd:${name}>${escapeMarkup(scalar(value))}</wd:${name}>`
  const of = typeOf(service, type)
  if (of.idTypes) return reference(name, of, value as Reference)
  const content = value as Elements
  const attributes = attributesOf(of, content)
  if (of.text) return `<wd:${name}${attributes}>${escapeMarkup(scalar(content['#text']))}</wd:${name}>`
  return `<wd:${name}${attributes}>${children(service, of, content)}</wd:${name}>`
}

/** Only such ids as the type has, so that what is written fits it. */
function reference(name: string, { idTypes = [] }: SoapType, { ids, descriptor }: Reference): string {
  const descriptorText = descriptor === undefined ? '' : ` wd:Descriptor="${escapeMarkup(descriptor)}"`
  const fitting = ids.filter(([type]) => idTypes.includes(type))
  const written = fitting.map(([type, value]) => `<wd:ID wd:type="${type}">${escapeMarkup(value)}</wd:ID>`)
  return `<wd:${name}${descriptorText}>${written.join('')}</wd:${name}>`
}

function attributesOf({ attributes }: SoapType, content: Elements): string {
  return attributes
    .filter((name) => content[`@${name}`] !== undefined)
    .map((name) => ` wd:${name}="${escapeMarkup(scalar(content[`@${name}`]))}"`)
    .join('')
}

/** Booleans are written as one digit, as the vendor does. @unverified for every element */
function scalar(value: Content): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return value === undefined ? '' : String(value)
}

function typeOf(service: SoapService, name: string): SoapType {
  const type = service.types[name]
  if (!type) throw new Error(`${service.service} has no type ${name}.`)
  return type
}
