import { soapFault } from '../errors.js'
import { readDay, readMoment } from '../history/dates.js'
import { textOf } from '../security/ws-security.js'
import { isMany, isScalar, type Scalar, type SoapService, type SoapType } from './schema.js'

/** What was read: scalars as their own types (dates as text), elements as objects, a list where several may stand. */
export type Read = string | number | boolean | ReadReference | ReadElements | readonly Read[]

export interface ReadElements {
  readonly [name: string]: Read | undefined
}

/** One id of a reference is enough; the first that is found counts. */
export interface ReadReference {
  readonly ids: readonly { readonly type: string; readonly value: string }[]
}

/**
 * Reads a request by its type, so that a single element and a list of one are the same.
 * @throws a validation fault for an element that is not in the schema, is missing, or holds no value of its type
 */
export function readRoot(service: SoapService, root: string, body: unknown): ReadElements {
  return readElements(service, typeOf(service, service.elements[root] ?? ''), body, `/bsvc:${root}[1]`)
}

function readElements(service: SoapService, type: SoapType, node: unknown, path: string): ReadElements {
  const given = typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : {}
  const out: Record<string, Read> = {}
  for (const name of Object.keys(given)) {
    if (name.startsWith('@')) out[name] = textOf(given[name])
    else if (name !== '#text' && !type.fields.some((field) => field.name === name)) {
      throw invalidElement(`Element '${name}' is not expected here.`, `${path}/bsvc:${name}[1]`)
    }
  }
  for (const field of type.fields) {
    const value = given[field.name]
    const at = `${path}/bsvc:${field.name}`
    if (value === undefined) {
      if ((field.occurs === '' || field.occurs === '+') && !field.choice)
        throw invalidElement(`Element '${field.name}' is required.`, `${at}[1]`)
      continue
    }
    const several = Array.isArray(value) ? value : [value]
    if (several.length > 1 && !isMany(field))
      throw invalidElement(`Element '${field.name}' may stand once only.`, `${at}[2]`)
    const read = several.map((each, i) => readOne(service, field.type, each, `${at}[${i + 1}]`))
    out[field.name] = isMany(field) ? read : (read[0] as Read)
  }
  return out
}

function readOne(service: SoapService, type: string, node: unknown, path: string): Read {
  if (isScalar(type)) return readScalar(type, textOf(node), path)
  const of = typeOf(service, type)
  return of.idTypes ? readReference(of, node, path) : readElements(service, of, node, path)
}

function readReference({ idTypes = [] }: SoapType, node: unknown, path: string): ReadReference {
  const given = typeof node === 'object' && node !== null ? (node as Record<string, unknown>).ID : undefined
  const several = given === undefined ? [] : Array.isArray(given) ? given : [given]
  const ids = several.map((each: unknown) => {
    const type = typeof each === 'object' && each !== null ? textOf((each as Record<string, unknown>)['@type']) : ''
    const value = textOf(each)
    if (!idTypes.includes(type)) throw invalidId(type, value, path)
    return { type, value }
  })
  return { ids }
}

function readScalar(type: Scalar, text: string, path: string): string | number | boolean {
  const wrong = () => invalidElement(`'${text}' is no value of the type ${type}.`, path)
  switch (type) {
    case 'boolean':
      if (text === '1' || text === 'true') return true
      if (text === '0' || text === 'false') return false
      throw wrong()
    case 'decimal':
    case 'int':
      if (!/^[+-]?\d*\.?\d+$/.test(text)) throw wrong()
      return Number(text)
    case 'date': {
      const day = readDay(text)
      if (day === undefined) throw wrong()
      return day
    }
    case 'dateTime':
      if (readMoment(text) === undefined) throw wrong()
      return text
    default:
      return text
  }
}

/** @unverified the wording for what the schema itself refuses */
function invalidElement(message: string, xpath: string) {
  return soapFault('Client.validationError', `Validation error occurred. ${message}`, { message, xpath })
}

/** Two blanks after the first sentence, as the vendor has them. @source facts B4 (read 2026-11-23) */
export function invalidId(type: string, value: string, xpath?: string) {
  const message = `Invalid ID value.  '${value}' is not a valid ID value for type = '${type}'`
  const detail = { message, ...(xpath !== undefined && { xpath }) }
  return soapFault('Client.validationError', `Validation error occurred. ${message}`, detail)
}

function typeOf(service: SoapService, name: string): SoapType {
  const type = service.types[name]
  if (!type) throw new Error(`${service.service} has no type ${name}.`)
  return type
}
