import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What Salesforce's OpenAPI says of a field: a coarse type, and what can be told from its prose, of which nothing is kept. */
export interface OpenApiField {
  name: string
  type: 'string' | 'datetime' | 'date' | 'boolean' | 'integer' | 'number' | 'object'
  required: boolean
  readOnly: boolean
  picklist: boolean
  length: number | undefined
}

export interface OpenApiObject {
  name: string
  fields: OpenApiField[]
  methods: { post: boolean; patch: boolean; delete: boolean }
}

interface Property {
  type?: string
  format?: string
  description?: string
}

interface OpenApi {
  paths: Record<string, Record<string, unknown>>
  components: { schemas: Record<string, { properties?: Record<string, Property> }> }
}

const SUFFIX = 'SObject'

/** The objects of the description in the package's folder, by name. */
export function readOpenApi(folder: string): Map<string, OpenApiObject> {
  const document = JSON.parse(readFileSync(join(folder, 'salesforce.oas.json'), 'utf8')) as OpenApi
  const objects = new Map<string, OpenApiObject>()
  for (const [key, { properties = {} }] of Object.entries(document.components.schemas)) {
    if (!key.endsWith(SUFFIX)) continue
    const name = key.slice(0, -SUFFIX.length)
    const row = document.paths[`/sobjects/${name}/{id}`] ?? {}
    const fields = Object.entries(properties)
      .filter(([field]) => field !== 'attributes')
      .map(([field, property]) => readField(field, property))
    const methods = {
      post: 'post' in (document.paths[`/sobjects/${name}`] ?? {}),
      patch: 'patch' in row,
      delete: 'delete' in row,
    }
    objects.set(name, { name, fields, methods })
  }
  return objects
}

function readField(name: string, { type = 'string', format, description = '' }: Property): OpenApiField {
  return {
    name,
    type: coarse(type, format),
    required: /^\s*Required\b/.test(description),
    // `Read-only if it has a schedule` is not: only what is said without a condition.
    readOnly: /(?:^|\. |\bis )read[- ]only(?:\.|$| and)/i.test(description),
    picklist:
      /\b(?:picklist|[Pp]ossible values|[Vv]alid values|[Vv]alues (?:are|include)|[Oo]ptions (?:are|include))\b/.test(
        description,
      ),
    length: lengthIn(description),
  }
}

function coarse(type: string, format: string | undefined): OpenApiField['type'] {
  if (format === 'date-time') return 'datetime'
  if (format === 'date') return 'date'
  if (type === 'boolean' || type === 'integer' || type === 'number' || type === 'object') return type
  return 'string'
}

function lengthIn(description: string): number | undefined {
  const found =
    /(?:[Mm]aximum (?:size|length)?(?: is| of)?|[Uu]p to|[Ll]imit(?:ed)?:?(?: is| of| to)?|no more than) ?(\d{1,3}(?:,\d{3})+|\d+)(?:[- ])?(?:character|KB)/.exec(
      description,
    )
  return found?.[1] ? Number(found[1].replaceAll(',', '')) : undefined
}
