import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A child element of a type, in its place. */
export interface SoapField {
  readonly name: string
  /** `''` exactly one, `?` at most one, `*` any number, `+` at least one. */
  readonly occurs: '' | '?' | '*' | '+'
  /** A built-in (string, boolean, decimal, date, dateTime, base64, int) or a type of the file. */
  readonly type: string
  /** Only one of the fields that are marked so stands in an element. */
  readonly choice: boolean
}

export interface SoapType {
  readonly attributes: readonly string[]
  readonly fields: readonly SoapField[]
  /** The types of id of a reference: it holds `ID` elements with a `type`, and nothing else. */
  readonly idTypes?: readonly string[]
  /** It holds text beside its attributes. */
  readonly text?: boolean
}

export interface SoapService {
  readonly service: string
  readonly version: string
  /** Root element to its type. */
  readonly elements: Readonly<Record<string, string>>
  readonly types: Readonly<Record<string, SoapType>>
}

const folder = join(import.meta.dirname, 'soap')

/** The SOAP services, from their *.facts files. */
export function soapFacts(): Record<string, SoapService> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.facts'))
  const services = files.sort().map((file) => readSoapFacts(readFileSync(join(folder, file), 'utf8')))
  return Object.fromEntries(services.map((each) => [each.service, each]))
}

/**
 * Reads `service NAME VERSION`, then lines `element ROOT TYPE`, `reference TYPE ID-TYPES…` and `type NAME`, which its attributes
 * (`@name`) and elements in their order (`Name? type`, `| Name type` for one of several) follow, indented.
 */
export function readSoapFacts(text: string): SoapService {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  const [, service = '', version = ''] = /^service (\w+) (\S+)$/.exec(head) ?? []
  if (!service) throw new Error('A *.facts file of SOAP begins with: service NAME VERSION')
  const elements: Record<string, string> = {}
  const types: Record<string, { attributes: string[]; fields: SoapField[]; idTypes?: string[]; text?: boolean }> = {}
  let current = { attributes: [] as string[], fields: [] as SoapField[] }
  for (const line of lines) {
    const [word = '', name = '', ...rest] = line.trim().split(' ')
    if (line.startsWith(' ')) {
      if (word.startsWith('@')) current.attributes.push(word.slice(1).replace(/^wd:/, ''))
      else current.fields.push(readField(line.trim()))
    } else if (word === 'element') elements[name] = rest[0] ?? ''
    else if (word === 'reference') types[name] = { attributes: ['Descriptor'], fields: [], idTypes: rest }
    else {
      current = { attributes: [], fields: [] }
      types[name] = rest[0] === 'simple' ? Object.assign(current, { text: true }) : current
    }
  }
  return { service, version, elements, types }
}

function readField(line: string): SoapField {
  const [, bar, name = '', occurs = '', type = ''] = /^(\| )?([\w-]+)([?*+]?) (\S+)$/.exec(line) ?? []
  if (!name) throw new Error(`Not a field: ${line}`)
  return { name, occurs: occurs as SoapField['occurs'], type, choice: bar !== undefined }
}
