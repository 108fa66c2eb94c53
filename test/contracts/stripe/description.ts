import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Description } from '../../../contracts/document.js'
import { generate } from '../../../contracts/generate.js'

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
export const generated = (file: string): string => join(checkout, 'contracts', 'generated', file)

/** The generated description, made first where it is missing or old. */
export async function stripeDescription(): Promise<Description> {
  await generate()
  return JSON.parse(readFileSync(generated('stripe.json'), 'utf8')) as Description
}
