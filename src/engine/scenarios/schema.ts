/**
 * A scenario as a person writes it, in YAML: what is there, what goes wrong, what happens when, and what is expected of the
 * integration and of the vendors' state in the end. docs/scenarios.md explains it; docs/scenario.schema.json is made of it.
 */
import { z } from 'zod'
import { faultSchema } from '../faults/schema.js'
import { parseMoment } from '../time/duration.js'
import { expectationSchema } from './expectation-schema.js'
import { requestSchema, stateSchema, stepSchema } from './step-schema.js'

const moment = z.string().refine(isMoment, 'write a time in ISO 8601, such as 2026-11-24T10:00:00Z')

const clockSchema = z
  .strictObject({
    at: moment.optional().describe('Where the clock begins, ISO 8601; default where it stands, or now.'),
    frozen: z.boolean().optional().describe('Whether it stands still, but for `advance`; default false.'),
  })
  .describe("The world's clock.")

const seedSchema = z
  .strictObject({
    fixtures: z.boolean().optional().describe("The vendors' sample data; default false."),
    states: z.array(stateSchema).optional().describe('Brought about one after the other, before the requests.'),
    requests: z.array(requestSchema).optional().describe('Made one after the other, before anything else happens.'),
  })
  .describe('What is there when the integration begins.')

export const scenarioSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'name of small letters, digits and dashes')
      .max(80)
      .describe('As the file is called, without .yaml.'),
    title: z.string().min(1).max(120).describe('What goes wrong, in one line.'),
    story: z.string().min(1).describe('For QA, in plain words: what happens, why it matters, how to act it out.'),
    vendors: z.array(z.string().min(1)).min(1).describe('Those that take part.'),
    clock: clockSchema.optional(),
    limits: z.boolean().optional().describe("Whether the vendors' own limits hold; default false."),
    seed: seedSchema.optional(),
    faults: z.array(faultSchema).optional().describe('What goes wrong from the start.'),
    steps: z.array(stepSchema).optional().describe('What happens when.'),
    expect: z.array(expectationSchema).min(1).describe('What must be true in the end.'),
  })
  .superRefine(({ vendors, steps = [] }, context) => {
    const twice = vendors.findIndex((name, i) => vendors.indexOf(name) !== i)
    if (twice >= 0)
      context.addIssue({ code: 'custom', message: 'this vendor is there already', path: ['vendors', twice] })
    const names = steps.map(({ name }) => name)
    names.forEach((name, i) => {
      if (name === undefined || names.indexOf(name) === i) return
      context.addIssue({ code: 'custom', message: 'another step has this name', path: ['steps', i, 'name'] })
    })
  })

export type Scenario = z.infer<typeof scenarioSchema>

/** For editors: `# yaml-language-server: $schema=...` in a file's first line. */
export function scenarioJsonSchema(): object {
  return {
    ...z.toJSONSchema(scenarioSchema, { io: 'input', reused: 'ref' }),
    title: 'A scenario of Standin',
  }
}

function isMoment(text: string): boolean {
  try {
    parseMoment(text)
    return true
  } catch {
    return false
  }
}
