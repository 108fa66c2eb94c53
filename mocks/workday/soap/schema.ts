import { generated } from '../../../src/engine/kit.js'

/** A child element of a type, in its place; see contracts/workday/soap-facts.ts. */
export interface SoapField {
  readonly name: string
  /** `''` exactly one, `?` at most one, `*` any number, `+` at least one. */
  readonly occurs: '' | '?' | '*' | '+'
  readonly type: string
  readonly choice: boolean
}

export interface SoapType {
  readonly attributes: readonly string[]
  readonly fields: readonly SoapField[]
  readonly idTypes?: readonly string[]
  readonly text?: boolean
}

export interface SoapService {
  readonly service: string
  readonly version: string
  readonly elements: Readonly<Record<string, string>>
  readonly types: Readonly<Record<string, SoapType>>
}

let services: Readonly<Record<string, SoapService>> | undefined

/** The SOAP services, read when one is first called. */
export function soapServices(): Readonly<Record<string, SoapService>> {
  services ??= generated<Record<string, SoapService>>('workday-soap')
  return services
}

/** @throws Error for a service that is not described: the router lets none through */
export function soapService(name: string): SoapService {
  const service = soapServices()[name]
  if (!service) throw new Error(`No SOAP service is called ${name}.`)
  return service
}

export const SCALARS = ['string', 'boolean', 'decimal', 'date', 'dateTime', 'base64', 'int', 'time'] as const
export type Scalar = (typeof SCALARS)[number]

export function isScalar(type: string): type is Scalar {
  return (SCALARS as readonly string[]).includes(type)
}

export function isMany({ occurs }: SoapField): boolean {
  return occurs === '*' || occurs === '+'
}
