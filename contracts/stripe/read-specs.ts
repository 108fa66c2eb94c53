import ts from 'typescript'
import { type Call, readSignature } from './call.js'
import { topLevelOf } from './declarations.js'
import type { Sdk } from './sdk.js'

/** Bases by the host that a method's spec names. */
const bases: Record<string, string> = {
  'connect.stripe.com': 'connect',
  'files.stripe.com': 'files',
  'meter-events.stripe.com': 'meter_events',
}

/**
 * The calls of one resource in the layout up to version 19, in which each method is given by a spec:
 * `stripeMethod({ method: 'GET', fullPath: '/v1/refunds/{refund}' })`.
 */
export function readSpecs(sdk: Sdk, name: string, script: ts.SourceFile): Call[] {
  const calls: Call[] = []
  for (const [resource, member, called] of methodsIn(script)) {
    const spec = specIn(member, script)
    if (!spec) continue
    const declared = classOf(sdk, name, resource)?.members.filter(
      (one): one is ts.MethodDeclaration => ts.isMethodDeclaration(one) && one.name.getText() === called,
    )
    // Of several signatures, the one that has parameters.
    const signature = declared?.find((one) => one.parameters.some(isParams)) ?? declared?.[0]
    if (!signature) throw new Error(`${name}.${called} makes a request but is not declared`)
    calls.push({ ...spec, ...ofVersion2(spec.path, readSignature(signature)) })
  }
  return calls
}

/** API v2 has lists of another shape, which this layout does not tell apart. */
function ofVersion2(path: string, signature: ReturnType<typeof readSignature>) {
  const paged = path.startsWith('/v2/') && signature.paging === 'list'
  return paged ? { ...signature, paging: 'v2-list' as const } : signature
}

function isParams(parameter: ts.ParameterDeclaration): boolean {
  return parameter.name.getText() === 'params'
}

/** Each method of `export const Refunds = StripeResource.extend({ ... })`. */
function* methodsIn(
  script: ts.SourceFile,
): Generator<[resource: string, member: ts.ObjectLiteralElementLike, name: string]> {
  for (const statement of script.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(name)) continue
      const [members] = initializer.arguments
      if (initializer.expression.getText(script) !== 'StripeResource.extend' || !members) continue
      if (!ts.isObjectLiteralExpression(members)) continue
      for (const member of members.properties) {
        if (member.name) yield [name.text, member, member.name.getText(script)]
      }
    }
  }
}

function specIn(member: ts.Node, script: ts.SourceFile): Omit<Call, 'params' | 'answer' | 'paging'> | undefined {
  let found: ts.ObjectLiteralExpression | undefined
  const visit = (node: ts.Node): void => {
    const [argument] =
      ts.isCallExpression(node) && node.expression.getText(script) === 'stripeMethod' ? node.arguments : []
    if (argument && ts.isObjectLiteralExpression(argument)) found ??= argument
    else ts.forEachChild(node, visit)
  }
  visit(member)
  if (!found) return undefined
  const text = (key: string) => stringOf(found, key, script)
  const method = text('method')
  // A path that is only known at run time is that of no operation.
  const path = text('fullPath') ?? (text('path') === undefined ? undefined : `/${text('path')}`)
  if (path === undefined) return undefined
  if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') throw new Error(`${path} uses ${method}`)
  const host = text('host')
  const base = host === undefined ? 'api' : bases[host]
  if (base === undefined) throw new Error(`the SDK calls a host this project does not know: ${host}`)
  return { method, path, base, multipart: found.getText(script).includes("'multipart/form-data'") }
}

function stringOf(
  spec: ts.ObjectLiteralExpression | undefined,
  key: string,
  script: ts.SourceFile,
): string | undefined {
  for (const property of spec?.properties ?? []) {
    if (!ts.isPropertyAssignment(property) || property.name.getText(script) !== key) continue
    const { initializer } = property
    if (ts.isStringLiteral(initializer)) return initializer.text
    // A host may depend on the account's; its default is the first that is written.
    const literal = /'([\w.-]+)'/.exec(initializer.getText(script))?.[1]
    if (key === 'host' && literal !== undefined) return literal
  }
  return undefined
}

/** The class that declares a resource's methods: beside its type, or in a file of its own. */
function classOf(sdk: Sdk, name: string, resource: string): ts.ClassDeclaration | undefined {
  const files = [`${name}Resource`, name].flatMap((file) => sdk.declarations.get(file) ?? [])
  return files
    .flatMap((file) => topLevelOf(file))
    .find(
      (node): node is ts.ClassDeclaration => ts.isClassDeclaration(node) && node.name?.text === `${resource}Resource`,
    )
}
