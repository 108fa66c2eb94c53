import { refTo, type Schema } from '../../document.js'

const text: Schema = { type: 'string' }
const optionalText: Schema = { type: ['string', 'null'] }
const flag: Schema = { type: 'boolean' }
const whole: Schema = { type: 'integer' }

/** An object with these keys, and any others. */
export function open(properties: Record<string, Schema>, required: string[] = Object.keys(properties)): Schema {
  return { type: 'object', properties, required, additionalProperties: true }
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items }
}

/** Anything that JSON can say. */
export const anything: Schema = {}
/** A JSON object of which nothing is known beforehand: a record, whose fields the org decides. */
export const record: Schema = { type: 'object', additionalProperties: true }

const saveError: Schema = open({ statusCode: text, message: text, fields: listOf(text) })

export const schemas: Record<string, Schema> = {
  SaveResult: open({ id: optionalText, success: flag, errors: listOf(saveError) }, ['success', 'errors']),
  RestError: open({ message: text, errorCode: text, fields: listOf(text) }, ['message', 'errorCode']),
  Record: open({ attributes: open({ type: text, url: text }, ['type']) }),
  QueryResult: open({ totalSize: whole, done: flag, nextRecordsUrl: text, records: listOf(record) }, [
    'totalSize',
    'done',
    'records',
  ]),
  Version: open({ label: text, url: text, version: text }),
  OAuthError: open({ error: text, error_description: text }, ['error']),
}

export const saveResult = refTo('SaveResult')
export const queryResult = refTo('QueryResult')
export const recordAnswer = refTo('Record')
export const version = refTo('Version')
