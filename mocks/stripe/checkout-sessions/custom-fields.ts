import { invalidRequest } from '../errors.js'

const MOST = 3

interface Field {
  readonly key: string
  readonly type: string
  readonly dropdown?: { readonly options: readonly unknown[] } | undefined
}

/** @throws more than three fields, two of one key, a dropdown without options (400) @unverified wording */
export function checkCustomFields(given: readonly Field[] | '' | undefined): void {
  const fields = given || []
  if (fields.length > MOST) {
    const told = `custom_fields can have at most ${MOST} fields; yours have ${fields.length}.`
    throw invalidRequest(told, { param: 'custom_fields' })
  }
  for (const [index, { key, type, dropdown }] of fields.entries()) {
    const param = `custom_fields[${index}]`
    if (fields.findIndex((field) => field.key === key) < index) {
      throw invalidRequest(`The keys of custom_fields must be unique; '${key}' stands there twice.`, {
        param: `${param}[key]`,
      })
    }
    if (type === 'dropdown' && !dropdown?.options.length) {
      throw invalidRequest(`Missing required param: ${param}[dropdown].`, {
        code: 'parameter_missing',
        param: `${param}[dropdown]`,
      })
    }
  }
}
