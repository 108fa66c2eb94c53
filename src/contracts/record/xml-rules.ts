import { isDeepStrictEqual } from 'node:util'
import { XMLParser } from 'fast-xml-parser'
import type { RulesByPath } from '../pact/pact-file.js'
import { one } from './body-rules.js'
import type { Examples } from './examples.js'

type Node = Readonly<Record<string, unknown>>

/** Namespaces by prefix; '' is that of names without one. */
type Namespaces = Readonly<Record<string, string>>

/** The matchers of an XML document: Pact names an element by its namespace and name. What has no rule must be the same. */
export function xmlRules(text: string, examples: Examples): RulesByPath {
  const rules: RulesByPath = {}
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    ignoreDeclaration: true,
  })
  const walk = (nodes: readonly Node[], path: string, above: Namespaces): void => {
    for (const node of nodes) {
      if (typeof node['#text'] === 'string') {
        const id = examples.formOf(node['#text'])
        const rule = one(id ? { match: 'regex', regex: id.form.matcher(id.kept) } : { match: 'type' })
        const key = `${path}['#text']`
        // Elements of one name beside each other have one rule: where one of them is no id, none has to be.
        rules[key] = rules[key] === undefined || isDeepStrictEqual(rules[key], rule) ? rule : one({ match: 'type' })
      }
      const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
      if (name === undefined) continue
      const inside = { ...above, ...namespacesOf(node[':@']) }
      walk(node[name] as readonly Node[], `${path}['${qualified(name, inside)}']`, inside)
    }
  }
  walk(parser.parse(text) as readonly Node[], '$', {})
  return rules
}

function namespacesOf(attributes: unknown): Namespaces {
  const found = Object.entries((attributes ?? {}) as Record<string, string>).filter(([key]) =>
    /^xmlns(?::|$)/.test(key),
  )
  return Object.fromEntries(found.map(([key, value]) => [key.slice('xmlns:'.length), value]))
}

function qualified(name: string, namespaces: Namespaces): string {
  const at = name.indexOf(':')
  const namespace = namespaces[at < 0 ? '' : name.slice(0, at)]
  return namespace === undefined ? name : `${namespace}:${name.slice(at + 1)}`
}
