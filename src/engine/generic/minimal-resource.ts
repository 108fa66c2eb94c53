import type { Schema } from '../description/document.js'
import { sharedMinimal } from '../description/minimal.js'
import type { Context } from './context.js'

/** The least resource of a type, with what the vendor sets itself. */
export function minimalResource(
  { call, rules, world }: Pick<Context, 'rules' | 'world'> & { readonly call: Pick<Context['call'], 'vendor'> },
  type: string,
  schema: Schema,
): Record<string, unknown> {
  const { description } = call.vendor
  const properties = description.resource(schema).properties ?? {}
  const stamped = Object.entries(rules.stamp(type, world)).filter(([key]) => Object.hasOwn(properties, key))
  return {
    ...(sharedMinimal(description, schema) as Record<string, unknown>),
    ...rules.defaults?.(type),
    ...Object.fromEntries(stamped),
  }
}
