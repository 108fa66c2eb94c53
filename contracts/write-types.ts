import openapiTS, { astToString } from 'openapi-typescript'
import { type Description, operationsOf } from './document.js'
import { prune, type Wanted } from './prune.js'

/** The .d.ts of a description: all its paths, and in full what is wanted. */
export async function writeTypes(description: Description, wanted: Wanted): Promise<string> {
  const pruned = prune(description, wanted)
  // openapi-typescript wants a document it can change, without this project's extensions.
  const document = JSON.parse(JSON.stringify(pruned)) as Parameters<typeof openapiTS>[0]
  const types = astToString(await openapiTS(document, { silent: true }))
  const keys = [...operationsOf(description)].map(([key]) => key)
  return [
    `// Generated from ${description['x-source']} by npm run generate. Do not edit.`,
    types,
    union('OperationKey', 'Every operation, as a behaviour names it.', keys),
    union('EventType', 'Every event that carries a snapshot.', Object.keys(description['x-events'] ?? {})),
  ].join('\n')
}

function union(name: string, comment: string, members: string[]): string {
  const lines = members.map((member) => `  | '${member}'`)
  return `/** ${comment} */\nexport type ${name} =${members.length > 0 ? `\n${lines.join('\n')}` : ' never'}\n`
}
